cdef double g(double x):
    return x

cdef double app(double (*h)(double) noexcept):
    return h(1)

def f():
    return app(g)

# error 8:15: Cannot assign type 'double (double) except? -1' to 'double (*)(double) noexcept'. Exception values are incompatible. Suggest adding 'noexcept' to the type of 'g'.
