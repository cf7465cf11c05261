def f():
    cdef class C:
        pass

# error 2:4: an extension type (`cdef class`) is not supported yet
# cython 2:4: Extension type definition not allowed here
