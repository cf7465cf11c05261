"""Fused types and functions with them for other modules."""
cimport numpy as cnp

ctypedef fused real:
    float
    double

ctypedef fused whole:
    int
    long long

ctypedef fused any_number:
    real
    whole

ctypedef fused image:
    cnp.uint8_t
    cnp.float64_t

cdef inline real clip(real x, real low, real high) noexcept nogil:
    if x < low:
        return low
    return high if x > high else x

cdef inline any_number square(any_number x) noexcept nogil:
    return clip_number(x) * x

cdef inline any_number clip_number(any_number x) noexcept nogil:
    if any_number in whole:
        return x if x < 1000 else 1000
    else:
        return x

cdef double total(real[:] xs) noexcept nogil
cdef real mixed(real x, whole n)
