def g():
    pass

def f():
    p = &g

# error 5:8: Cannot take address of Python variable 'g'
