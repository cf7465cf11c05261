def f(x):
    p = &x.y

# error 2:8: Cannot take address of Python object attribute 'y'
