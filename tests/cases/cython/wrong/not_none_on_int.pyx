def f(int x not None):
    return x

# error 1:6: Only Python type arguments can have 'not None'
