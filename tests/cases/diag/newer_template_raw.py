def f(a):
    return g(rt"{a}")
