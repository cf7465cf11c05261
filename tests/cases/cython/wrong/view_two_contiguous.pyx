def f(double[::1, ::1] a):
    return a[0, 0]

# error 1:6: only one axis can be `::1`
# cython 1:20: Cannot specify an array that is both C and Fortran contiguous.
