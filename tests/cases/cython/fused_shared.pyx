cdef double total(real[:] xs) noexcept nogil:
    cdef double s = 0
    cdef Py_ssize_t i
    for i in range(xs.shape[0]):
        s += clip(xs[i], 0, 10)
    return s


cdef real mixed(real x, whole n):
    if real is float:
        return x + n
    return x - n
