def f(double[:] a, double i):
    return a[i]

# error 2:13: Invalid index for memoryview specified, type double
