def f(int n):
    cdef int i
    for i from 0 <= i > n:
        pass

# error 3:4: the relations of a `for` loop with `from` point the same way
# cython 3:22: Relation directions in for-from do not match
