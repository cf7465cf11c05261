def f(double[:] a):
    return a[:, :]

# error 2:12: Too many indices specified for type double[:]
