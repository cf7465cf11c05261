def f(int a):
    cdef int* p = &(a + 1)

# error 2:18: Taking address of non-lvalue (type int)
# cython 2:18: Taking address of non-lvalue (type long)
