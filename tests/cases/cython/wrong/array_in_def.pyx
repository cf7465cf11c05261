def f(int x[3]):
    return x[0]

# error 1:6: Cannot convert Python object argument to type 'int *'
