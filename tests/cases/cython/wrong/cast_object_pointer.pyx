def f(x):
    return <int*>x

# error 2:11: Python objects cannot be cast to pointers of primitive types
