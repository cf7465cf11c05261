cdef struct Point:
    double x

cdef struct Line:
    Point start

def f(const Line[:] v, const Line* p):
    v[0].start.x = 1
    v[1:][0].start.x += 1
    p.start.x = 1

# error 8:14: Assignment to const attribute 'x'
# error 9:18: Assignment to const attribute 'x'
# error 10:11: Assignment to const attribute 'x'
