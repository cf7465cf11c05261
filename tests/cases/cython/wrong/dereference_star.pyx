def f(int n):
    cdef int* p = &n
    return *p

# error 3:11: can't use starred expression here
# cython 3:11: starred expression is not allowed here
