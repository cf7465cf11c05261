def f():
    cdef int a[3]
    cdef int b[4]
    a = b
    return a[0]

# error 4:4: Assignment to slice of wrong length, expected 3, got 4
