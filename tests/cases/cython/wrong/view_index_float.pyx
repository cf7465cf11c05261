def f(double[:] a):
    return a[1.5]

# error 2:13: Invalid index for memoryview specified, type double
