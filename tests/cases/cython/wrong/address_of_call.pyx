cdef int g():
    return 1

def f():
    cdef int* p = &g()

# error 5:18: Taking address of non-lvalue (type int)
