"""A conditional expression of two numbers: an object is what its own side is, a variable has the type of both."""


def in_tuple(int n):
    return (n if n else -1.5), n


def in_list(int n):
    return [n if n else -1.5]


def comprehended(int n):
    return [n if i else -1.5 for i in range(n)]


def in_dict(int n):
    return {"a": n if n else -1.5}


def in_set(int n):
    return {n if n else -1.5}


def returned(int n):
    return n if n else -1.5


def unpacked(int n):
    a, b = (n if n else -1.5), 2
    return a, b


def argument(int n, f):
    return f(n if n else -1.5)


def variable(int n):
    x = n if n else -1.5
    return x


def mixed(int n, double x):
    return [(n if n > 2 else x, x if n > 2 else n), {n: n if n else x}]



cdef struct flags:
    bint masked
    short kind


cdef bint masked(const unsigned char[:] mask, int i) noexcept nogil:
    return mask is not None and mask[i]


cdef double scaled(double x, int n) noexcept nogil:
    cdef double y = n or x
    return y


def connected(const unsigned char[:] mask, int i, double x):
    cdef flags f
    cdef bint r
    cdef float[2] out
    cdef short cut
    with nogil:
        r = mask is None or mask[i]
        f.masked = mask is not None and (mask[i] or i)
        f.kind = r and i
        out[0] = r and x
        out[1] = i or x if i else r or x
        cut = r and 65536 + i
    return r, f, out[0], out[1], cut, masked(mask, i), scaled(x, i), scaled(x, r and i)


cdef unsigned long picked(long a, unsigned long b, bint first) noexcept nogil:
    return a if first else b


def of_both_signs(long a, unsigned long b, bint first):
    cdef long into = b if first else a
    cdef double wide = a if first else b
    x = a if first else b
    return into, wide, x, picked(a, b, first), max(a, b), min(a, b), (a if first else b, [a if first else b])


def joined_signs(long a, unsigned long b, bint first):
    if first:
        x = a
    else:
        x = b
    return x


def of_narrow(int a, unsigned int b, float c, bint first):
    x = a if first else b
    y = a if first else c
    return x, y, (a if first else b) + 1, max(a, b)


def byte_or_literal(unsigned char x, int n):
    return x if n else -1


def item_or_literal(bytes x, int n):
    return x[0] if n else -1


def item_or_literal_kept(bytes x, int n):
    y = x[0] if n else -1
    return y


def of_view_or_literal(unsigned char[:] x, int n):
    return x[0] if n else -1, x[0] if n else 300


def bytes_and_literals(unsigned char x, int n):
    cdef int y = x if n else -1
    z = x or -1
    return y, z, max(x, -1), min(x, 300), x == -1


def set_to_item(bytes x, int n):
    y = -1
    if n:
        y = x[0]
    return y


def set_to_byte(unsigned char x, int n):
    y = -1
    if n:
        y = x
    return y


def set_to_literal(unsigned char x, int n):
    y = x
    if n:
        y = 300
    return y


def item_in_arithmetic(bytes x, int n):
    y = x[n]
    y = y * 300
    return y, x[n] or 5


def items_added(bytes x):
    s = 0
    for k in range(len(x)):
        s += x[k]
    t = x[0]
    t += 256
    return s, t


def items_held(bytes x):
    m = 0
    for k in range(len(x)):
        m = max(m, x[k])
    l = [x[k] for k in range(3)]
    l.append(400)
    d = {x[0]: 1}
    return m, l, d, (x[0], -1), sum([x[1], x[2]]), x[0] - x[1], x[0] + 1000


def highest(int n):
    m = 0
    cdef int k
    for k in range(n):
        if k * k > m:
            m = k * k
    return m


def singles_and_literals(float x, int n):
    y = x if n else 1.1
    z = 0.1
    if n:
        z = x
    w = 1
    if n:
        w = x
    return y, z, w


def best_of(int[:] v):
    top = v[0]
    at = -1
    cdef Py_ssize_t i
    for i in range(v.shape[0]):
        if v[i] > top:
            top = v[i]
            at = i
    return top, at


def last_above(unsigned char[:] v):
    n = 0
    cdef unsigned char c
    for c in v:
        if c > 100:
            n = c
    return n, n + 200


def short_or_literal(short x, int n):
    a = x if n else 100000
    b = [x, 100000]
    c = (x, 5)
    d = x and 70000
    return a, b, c, d


# --- calls
(in_tuple(n) for n in [0, 3])
(in_list(n) for n in [0, 3])
(comprehended(n) for n in [0, 3])
(in_dict(n) for n in [0, 3])
(in_set(n) for n in [0, 3])
(returned(n) for n in [0, 3])
(unpacked(n) for n in [0, 3])
(argument(n, repr) for n in [0, 3])
(variable(n) for n in [0, 3])
(mixed(n, 2.5) for n in [0, 3])
connected(None, 1, 2.5)
connected(None, 0, nan)
(connected(np.array([0, 1, 5], np.uint8), i, 2.5) for i in range(3))
(connected(np.array([0, 1, 5], np.uint8), i, 0.0) for i in range(3))
(of_both_signs(a, b, first) for a in (-1, 3) for b in (2, 2**64 - 1) for first in (False, True))
(joined_signs(-1, 2, first) for first in (False, True))
(of_narrow(a, 2, 1.5, first) for a in (-1, 2**24 + 1) for first in (False, True))
(byte_or_literal(7, n) for n in (0, 1))
(item_or_literal(b"abc", n) for n in (0, 1))
(item_or_literal_kept(b"abc", n) for n in (0, 1))
(of_view_or_literal(np.array([97], np.uint8), n) for n in (0, 1))
(bytes_and_literals(0, n) for n in (0, 1))
(set_to_item(b"abc", n) for n in (0, 1))
(set_to_byte(7, n) for n in (0, 1))
(set_to_literal(7, n) for n in (0, 1))
(item_in_arithmetic(b"abc", n) for n in (0, 1))
items_added(b"\xfa\xfb\xfc")
items_held(b"\xfa\xfb\xfc")
highest(50)
(singles_and_literals(0.1, n) for n in (0, 1))
best_of(np.array([3, 9, -2], np.intc))
best_of(np.array([3], np.intc))
last_above(np.array([3, 200, 101], np.uint8))
last_above(np.array([3], np.uint8))
(short_or_literal(7, n) for n in (0, 1))
