cimport numpy as cnp

def f(cnp.ndarray[double, dim=2] a):
    return a[0]

# error 3:6: `cnp.ndarray` has no option `dim` of this form
# cython 3:30: "dim" is not a buffer option
