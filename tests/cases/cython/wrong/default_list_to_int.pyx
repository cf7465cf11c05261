def f(int x=[1]):
    return x

# error 1:12: Cannot coerce list to type 'int'
