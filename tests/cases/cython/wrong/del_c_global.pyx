cdef int x

def f():
    global x
    del x

# error 5:8: Deletion of non-Python, non-C++ object
