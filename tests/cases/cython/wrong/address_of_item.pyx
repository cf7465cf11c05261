def f(x):
    p = &x[0]

# error 2:8: Cannot take address of Python object
