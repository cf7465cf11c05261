def f(double[:, 2] a):
    return a[0, 0]

# error 1:16: expected `:` or `::1` for each axis
# cython 1:17: An axis specification in memoryview declaration does not have a ':'.
