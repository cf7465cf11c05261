def f():
    cdef class C:
        pass

# error 2:4: Extension type definition not allowed here
