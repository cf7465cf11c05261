def f(int n):
    cdef int i, j
    for i from 0 <= j < n:
        pass

# error 3:20: Variable name in for-from range does not match target
