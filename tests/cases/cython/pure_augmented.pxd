cimport cython

cpdef double area(double x, double y)
cpdef int scaled(int x)
cdef int hidden(int x)

@cython.locals(s=cython.long, i=cython.int)
cpdef long loop(int n)
cdef short small(short x)
cpdef unsigned char byte(int x)
cdef double half(int x)
cdef double kernel(double x) nogil

cpdef double total(double[:] a)
cpdef double corner(const double[:, ::1] a, double w=*)
cpdef list listed(list x)
cdef int quiet(int x) noexcept
cdef void shout(int x) noexcept

cdef int counter
cdef double ratio
cdef list log
cdef double[:] weights
