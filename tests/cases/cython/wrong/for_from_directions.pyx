def f(int n):
    cdef int i
    for i from 0 <= i > n:
        pass

# error 3:22: Relation directions in for-from do not match
