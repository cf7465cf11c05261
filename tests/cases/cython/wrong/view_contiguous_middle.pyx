def f(double[:, ::1, :] a):
    return a[0, 0, 0]

# error 1:6: `::1` stands at the last axis (C order) or the first (Fortran order)
# cython 1:12: Fortran contiguous specifier must follow an indirect dimension
