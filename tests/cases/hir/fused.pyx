# What depends on the choice of members is resolved in each copy; dead branches are gone.
cimport cython
cimport numpy as cnp
from cython cimport floating

ctypedef fused np_floats:
    cnp.float32_t
    cnp.float64_t

ctypedef fused member:
    np_floats[:]
    object


cdef np_floats scaled(np_floats x, int n=2) noexcept nogil:
    cdef np_floats factor = <np_floats>n
    return factor * x * sizeof(np_floats)


def branches(member x, floating y):
    if member is object:
        return x.anything(y)
    elif member is cnp.float32_t[:] and y > 0:
        return scaled[cnp.float32_t](x[0])
    elif not member in floating and (floating is double or y):
        return scaled(x[0], n=3), branches["object|float"]
    return 1 if floating is float else 2


