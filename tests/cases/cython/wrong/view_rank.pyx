def f(double[:, :] a):
    return a[0, 0, 0]

# error 2:19: Too many indices specified for type double[:, :]
