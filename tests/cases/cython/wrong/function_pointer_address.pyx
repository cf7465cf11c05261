cdef double g(double x):
    return x

def f():
    cdef double (*h)(double) noexcept
    h = &g
    return 1

# error 6:8: Cannot assign type 'double (*)(double) except? -1' to 'double (*)(double) noexcept'. Exception values are incompatible. Suggest adding 'noexcept' to the type of the value being assigned.
