cimport numpy as cnp

cdef cnp.ndarray[double, ndim=1] x

# error 3:33: Buffer types only allowed as function local variables
