def f(double x):
    from libc.math cimport sqrt
    return sqrt(x)

# error 2:4: cimport only allowed at module level
