cdef int[3] f():
    pass

# error 1:12: Function cannot return an array
# cython 1:0: Function cannot return an array
