"""C arrays in structs, at module level and in arrays, handed on as pointers: the callee writes where they lie."""

cdef struct S:
    double[4] items
    int n
cdef double[3] G = [1, 2, 3]
cdef S GS

cdef void fill(double* p, int n) noexcept nogil:
    cdef int i
    for i in range(n):
        p[i] = 10 * i + 1

def field():
    cdef S s
    s.items[:] = [0, 0, 0, 0]
    fill(s.items, 4)
    cdef double* q = s.items
    q[1] = 7
    return s.items[0], s.items[1], s.items[3]

def pointed():
    cdef S s
    cdef S* p = &s
    fill(p.items, 4)
    fill(G, 3)
    fill(GS.items, 4)
    cdef double[2][3] m
    fill(m[0], 3)
    fill(m[1], 2)
    m[1][2] = 0
    return p.items[2], G[1], GS.items[3], m[0][2], m[1][1]

def cast_view():
    cdef S s
    s.items[:] = [0, 0, 0, 0]
    cdef double[:] v = <double[:4]>s.items
    v[2] = 5
    return s.items[2]

# --- calls
field()
pointed()
cast_view()
