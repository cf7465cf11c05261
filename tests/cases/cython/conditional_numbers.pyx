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
