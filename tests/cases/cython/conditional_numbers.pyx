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
