def f(double[::2] a):
    return a[0]

# error 1:15: expected `::1`
# cython 1:15: Step must be omitted, 1, or a valid specifier.
