def f():
    cdef struct P:
        int x

# error 2:4: C struct/union/enum definition not allowed here
