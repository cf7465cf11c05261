# cython: c_string_type=str
def f(bytes b):
    cdef char* p = b
    return p

# error 1:10: a default encoding must be provided if c_string_type is not a byte type
# cython 1:0: a default encoding must be provided if c_string_type is not a byte type
