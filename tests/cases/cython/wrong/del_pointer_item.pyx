def f(int n):
    cdef int* p = &n
    del p[0]

# error 3:9: Deletion of non-Python, non-C++ object
