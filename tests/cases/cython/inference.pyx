"""Untyped locals: what Cython infers, and that values are the same."""


def float_accumulator(double[:] a):
    cdef Py_ssize_t i
    s = 0.0
    for i in range(a.shape[0]):
        s += a[i]
    return s


def int_then_float(double[:] a):
    cdef Py_ssize_t i
    s = 0
    for i in range(a.shape[0]):
        s += a[i]
    return s


def big_product(int n):
    p = 1
    for i in range(1, n + 1):
        p = p * i
    return p


def big_sum(long a, long b):
    s = a
    t = s + b
    return t


def int_counter(int n):
    count = 0
    for i in range(n):
        if i % 3 == 0:
            count += 1
    return count


def loop_index(int n):
    last = -1
    for i in range(n):
        last = i
    return last


def mixed(int n, double x):
    y = n
    y = x
    return y


def flag(int n):
    found = False
    for i in range(n):
        if i == 3:
            found = True
            break
    return found


def swap(double a, double b):
    t = a
    a = b
    b = t
    return a, b


def unpacked(int a, int b):
    x, y = b, a
    (p, q), r = (x, y), a + b
    return x, y, p, q, r


def chained(double a):
    x = y = a * 2
    x += 1
    return x, y


def conditional(int n):
    if n > 0:
        v = 1.5
    else:
        v = 2
    return v


def object_or_int(int n):
    v = None
    if n > 0:
        v = n
    return v


def walrus(double[:] a):
    cdef Py_ssize_t i = 0
    while (x := a[i]) < 2:
        i += 1
    return x, i


def from_len(list items):
    n = len(items)
    m = n // 2
    return n, m, n - 10


def from_shape(double[:, :] a):
    n = a.shape[0]
    m = a.shape[1]
    return n * m, n - m - 5

# --- calls
(float_accumulator(a) for a in (f8(0), f8(5)))
(int_then_float(a) for a in (f8(0), f8(5)))
(big_product(n) for n in (0, 5, 20, 25))
(big_sum(a, b) for a in (1, 2**62) for b in (2, 2**62))
(int_counter(n) for n in (0, 10))
(loop_index(n) for n in (0, 5))
mixed(3, 2.5)
(flag(n) for n in (0, 3, 4))
swap(1, 2)
unpacked(1, 2)
chained(1.5)
(conditional(n) for n in (0, 1))
(object_or_int(n) for n in (0, 1))
walrus(f8(5))
(from_len(x) for x in ([], [1, 2, 3]))
from_shape(f8(2, 3))
walrus(f8(0))
(float_accumulator(np.array(v)) for v in [[nan, 1.0], [-0.0], [inf, -inf]])
