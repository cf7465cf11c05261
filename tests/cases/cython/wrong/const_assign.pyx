def f():
    cdef const int x = 3
    x = 4
    return x

# error 3:4: Assignment to const 'x'
# cython 3:8: Assignment to const 'x'
