cdef struct Point:
    double x

def f(Point[:] v):
    cdef double x = v[0]
    v[0] = 1.5

# error 5:20: Cannot assign type 'Point' to 'double'
# error 6:4: Cannot assign type 'double' to 'Point'
# cython 5:21: Cannot assign type 'Point' to 'double'
# cython 6:11: Cannot assign type 'double' to 'Point'
