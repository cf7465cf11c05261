cdef struct P:
    int x

def f():
    cdef P p
    cdef const P* q = &p
    q.x = 3

# error 7:5: Assignment to const attribute 'x'
