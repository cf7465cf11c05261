cdef int f(int n):
return n

# error 2:0: expected an indented block
# cython 2:0: Expected an increase in indentation level
