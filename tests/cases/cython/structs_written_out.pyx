"""Lists, tuples and mappings that go to structs and arrays of C's, and indices that are objects."""
cdef struct P:
    int a
    double b


cdef struct Q:
    P p
    int[2] k


cdef struct R:
    P p
    int k

cdef P G


def places(int n):
    global G
    cdef P[3] s
    cdef P *p = &s[0]
    cdef Q q
    p[0] = {'a': n, 'b': 2}
    s[1] = dict(a=n, b=3.5)
    p[2] = dict(b=1, a=2)
    q.p = {'a': 7, 'b': n}
    q.k = [5, n]
    q.k = [q.k[1], q.k[0]]
    q.k[:] = [q.k[1], n]
    G = [8, n]
    return s, q, G


def nested(int n):
    cdef P[2] s = [[n, 2.5], [n + 1, 3]]
    cdef R[2] q = [[[n, 2], 3], [[n, 2], 4]]
    cdef Q r
    r.p = [n, 1]
    r.k = (1, n)
    q[0] = R(p=[1, n], k=n)
    s[0] = [s[1].a, s[0].b]
    q[1] = [[9, 8], n]
    q[n % 2].p = [10, 11]
    return s, q, r


def from_object(d):
    cdef P p = d
    cdef P[2] s
    s[0] = d
    s[1] = p
    return s


def items_of_view(P[:] v, int n):
    v[0] = [n, 2]
    v[-1] = {'a': 1, 'b': 2}
    v[1] = dict(a=4, b=5)
    return v[0], v[1], v[-1]


def by_object(double[::1] v, lo, unsigned char[:, :] m, which):
    cdef double *p = &v[lo]
    cdef unsigned char *q = &m[lo, which]
    cdef double *r = &v[0] + <Py_ssize_t>lo
    m[which, lo] += 1
    v[lo:][0] = 7
    return p[0], q[0], r[0], v[lo], m[which, lo], r[lo - 2], np_list(v[lo - 1:lo + 1])


def np_list(x):
    return [e for e in x]
# --- calls
places(3)
nested(3)
from_object({'a': 1, 'b': 2})
from_object({'a': 1})
from_object([1, 2])
from_object({'a': 1, 'b': None})
from_object(None)
items_of_view(np.zeros(3, np.dtype([('a', 'i4'), ('b', 'f8')], align=True)), 4)
by_object(f8(4), 2, np.arange(16, dtype=np.uint8).reshape(4, 4), np.int64(3))
by_object(f8(4), 4, np.arange(16, dtype=np.uint8).reshape(4, 4), np.int64(3))
by_object(f8(4), 1.5, np.arange(16, dtype=np.uint8).reshape(4, 4), np.int64(3))
by_object(f8(4), 2, np.arange(16, dtype=np.uint8).reshape(4, 4), "x")
by_object(f8(4), Index(2), np.arange(16, dtype=np.uint8).reshape(4, 4), True)
by_object(f8(4), 2**70, np.arange(16, dtype=np.uint8).reshape(4, 4), True)
by_object(f8(4), slice(2), np.arange(16, dtype=np.uint8).reshape(4, 4), True)
