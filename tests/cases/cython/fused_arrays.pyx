"""Arrays of C's whose items are fused, as arguments."""
cimport cython


ctypedef fused num:
    int
    float
    double


ctypedef fused fl:
    float
    double


cdef inline fl interp(fl x, num[4] f) noexcept nogil:
    return x * f[0] + f[1] + f[3]


cdef inline fl interp1(fl x, num *f) noexcept nogil:
    return x * f[0] + f[1] + f[3]


cdef double total(num[4] f) noexcept nogil:
    return f[0] + f[3]


def run(num v, fl x):
    cdef num fc[4]
    cdef int i
    for i in range(4):
        fc[i] = v + i
    cdef fl fr[4]
    fr[0] = interp(x, fc)
    fr[1] = interp1(x, fc)
    fr[2] = fr[3] = 2
    return fr[0], fr[1], interp(x, fr), total(fc), total(fr)


# --- calls
run(2, 1.5)
run(2.5, 1.5)
