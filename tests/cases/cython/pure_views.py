import cython
import numpy as np

Point = cython.struct(x=cython.double, y=cython.double, n=cython.int)
Packed = cython.struct(a=cython.float, b=cython.float)
Inner = cython.struct(p=Packed, k=cython.long)
Vec = cython.struct(v=cython.double[3], w=cython.int)


def total(a: Point[:]):
    s: cython.double = 0
    i: cython.Py_ssize_t
    for i in range(a.shape[0]):
        s += a[i].x * a[i].n + a[i].y
    return s


def grid(a: Point[:, ::1], k: cython.int):
    i: cython.Py_ssize_t
    j: cython.Py_ssize_t
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a[i, j].x += k
            a[i, j].n = k
    return a[0, 0]


def first(a: Packed[::1]):
    p: Packed = a[0]
    p.a = 5
    return p, a[0].a


def setting(a: Packed[:], v: cython.float):
    p: Packed
    p.a = v
    p.b = v + 1
    a[0] = p
    a[1] = Packed(1.5, 2.5)
    return a.shape[0]


def inner(a: Inner[:]):
    return a[0].p.b, a[1].k


def vecs(a: Vec[:]):
    s: cython.double = 0
    i: cython.int
    for i in range(3):
        s += a[0].v[i]
    return s, a[0].w


def points(n):
    fields = np.dtype([("x", "f8"), ("y", "f8"), ("n", "i4")], align=True)
    return np.array([(i, i + 0.5, i * 2) for i in range(n)], dtype=fields)


def packed(n):
    return np.array([(i, i + 0.5) for i in range(n)], dtype=[("a", "f4"), ("b", "f4")])


def inners(n):
    return np.array([((i, i + 0.5), i) for i in range(n)], dtype=[("p", [("a", "f4"), ("b", "f4")]), ("k", "i8")])


def vectors(n):
    fields = np.dtype([("v", "f8", (3,)), ("w", "i4")], align=True)
    return np.array([((i, i + 0.5, 2), i) for i in range(n)], dtype=fields)


def test_total(n):
    return total(points(n))


def test_grid(k):
    a = points(6).reshape(2, 3)
    return grid(a, k), a["x"].tolist(), a["n"].tolist()


def test_first():
    return first(packed(2))


def test_setting():
    a = packed(2)
    setting(a, 2.5)
    return a.tolist()


def test_inner():
    return inner(inners(2))


def test_vec():
    return vecs(vectors(2))


@cython.cfunc
def norm(p: cython.pointer(Point)) -> cython.double:
    return p.x * p.x + p.y * p.y


@cython.cfunc
def by_view(a: Point[:], i: cython.int) -> cython.double:
    return norm(cython.address(a[i]))


def norms(a: Point[:]):
    return [by_view(a, i) for i in range(a.shape[0])]


def local_view(n: cython.int):
    a: Packed[:] = packed(n)
    s: cython.float = 0
    i: cython.int
    for i in range(n):
        s += a[i].b
    return s, a.shape[0]


def test_norms():
    return norms(points(3))



# --- calls
(test_total(n) for n in (0, 3))
test_grid(2)
test_first()
test_setting()
test_inner()
test_vec()
test_norms()
local_view(3)
total(f8(3))
total(None)
first(None)
total([1])
