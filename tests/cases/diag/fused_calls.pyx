from cython cimport floating

ctypedef fused number:
    int
    double


cdef floating scalar(floating x, floating y=1):
    return x


cdef floating view(floating[:] x, number n):
    return x[0]


cpdef number seen(number x):
    return x


def calls(int i, float f, object o, int[:] ints, double[:] doubles):
    scalar(1)
    scalar(o)
    scalar()
    scalar(f, f, f)
    view(ints, i)
    view(doubles, f)
    view(doubles, o)
    seen(o)
    seen(i)
    scalar(f)
    return scalar
