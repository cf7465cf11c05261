def f():
    cdef int x = 1
    del x

# error 3:8: Deletion of non-Python, non-C++ object
