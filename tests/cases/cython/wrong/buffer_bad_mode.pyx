cimport numpy as cnp

def f(cnp.ndarray[double, ndim=2, mode="rows"] a):
    return a[0, 0]

# error 3:6: the mode of a buffer is "c", "fortran", "strided" or "full"
# cython 3:17: Only allowed buffer modes are: "c", "fortran", "full", "strided" (as a compile-time string)
