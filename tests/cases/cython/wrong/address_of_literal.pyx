def f():
    cdef int* p = &3

# error 2:18: Taking address of non-lvalue (type long)
