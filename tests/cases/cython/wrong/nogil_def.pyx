def f(int n) nogil:
    return n

# error 1:13: Cannot use cdef modifier 'nogil' in Python function signature. Use a decorator instead.
