def f(x):
    p = &x

# error 2:8: Cannot take address of Python variable 'x'
