def f(double[:] a):
    a[0, 1] = 2

# error 2:9: Too many indices specified for type double[:]
