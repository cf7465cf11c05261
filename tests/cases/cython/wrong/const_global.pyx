cdef const int x = 3

def f():
    global x
    x = 4

# error 5:4: Assignment to const 'x'
# cython 5:8: Assignment to const 'x'
