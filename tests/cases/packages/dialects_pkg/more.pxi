cdef double more(double x):
    return x + 0.25
