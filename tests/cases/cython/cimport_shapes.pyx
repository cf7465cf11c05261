# cython: cdivision=True
cdef real stretched(Segment s, real by=2) except -1:
    if by < 0:
        raise ValueError("shrinks")
    return length(s) * by


cdef int halved(int n) noexcept nogil:
    return n / 2


cdef int _twice(int n):
    return 2 * n


cpdef int counted(int n):
    return _twice(n) + LIMIT


cdef real mapped(transform f, real x) noexcept nogil:
    return f(x)
