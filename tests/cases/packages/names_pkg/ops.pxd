from names_pkg.shapes cimport Point, Side

cdef Side orient(Point a, Point b, Point c) noexcept nogil
cdef double distance(const Point *a, const Point *b) noexcept nogil
cdef double turned(double x) noexcept nogil
