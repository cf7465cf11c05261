def f():
    cdef enum E:
        A

# error 2:4: C struct/union/enum definition not allowed here
