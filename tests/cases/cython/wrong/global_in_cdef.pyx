def f():
    cdef int x
    global x

# error 3:4: name 'x' is assigned to before global declaration
# cython: accepts
