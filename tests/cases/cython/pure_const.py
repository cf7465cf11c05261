"""Views of constants, and conditional expressions among items, in pure mode."""
import cython

Pair = cython.struct(a=cython.int, b=cython.double)


def ends(a: cython.const[cython.double][:]):
    return a[0] + a[a.shape[0] - 1]


def rows(a: cython.const[cython.int][:, ::1], k: cython.const[cython.int]):
    i: cython.Py_ssize_t
    s: cython.long = 0
    for i in range(a.shape[0]):
        s += a[i, 0] * k
    return s


@cython.cfunc
@cython.nogil
def total(a: cython.const[cython.double][:]) -> cython.double:
    s: cython.double = 0
    i: cython.Py_ssize_t
    for i in range(a.shape[0]):
        s += a[i]
    return s


def both(a: cython.double[:]):
    a[0] += 1
    return total(a), total(a[1:])


def ternary(x: cython.double, n: cython.int):
    y = x if n else 0
    return (x if n else 0), (n if x > 0 else x), n and x, x or n, y


def listed(x: cython.double, n: cython.int):
    return [x if n else 0, n], {"k": n if x > 0 else x}

# --- calls
ends(f8(3))
ends(ro(f8(3)))
ends(f4(3))
rows(np.arange(6, dtype=np.intc).reshape(2, 3), 2)
rows(ro(np.arange(6, dtype=np.intc).reshape(2, 3)), 2)
both(f8(3))
(ternary(x, n) for x in (0.0, 2.5, -1.0) for n in (0, 3))
(listed(x, n) for x in (2.5, -1.0) for n in (0, 3))
