cdef struct Point:
    double x

cdef struct Pixel:
    double r

def f(Point[:] v, Pixel[:] w, double[:] x):
    cdef Point[:] a = w
    v[:] = w
    x[:] = v

# error 8:22: Memoryview 'Pixel[:]' not conformable to memoryview 'Point[:]'.
# error 9:4: Different base types for memoryviews (Pixel, Point)
# error 10:4: Different base types for memoryviews (Point, double)
# cython 8:22: Different base types for memoryviews (Pixel, Point)
# cython 9:11: Different base types for memoryviews (Pixel, Point)
# cython 10:11: Different base types for memoryviews (Point, double)
