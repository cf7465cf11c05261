def f(double[:] a, double[:] b):
    cdef double[:] c = a + b
    return c

# error 2:25: Invalid operand types for '+' (double[:]; double[:])
