def f(int n):
    cdef const int i = 0
    for i in range(n):
        pass

# error 3:8: Assignment to const 'i'
# cython 2:4: Assignment to const 'i'
