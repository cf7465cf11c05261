# cython: bounds_check=False, boundscheck=False
def first(double[:] a):
    return a[0]
