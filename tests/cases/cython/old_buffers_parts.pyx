"""Rows, slices and loops of buffers of the old syntax give NumPy's objects; a whole index gives a number of C's."""
import numpy as np
cimport numpy as np

def rows(np.ndarray[double, ndim=2] b, int k):
    r = b[k]
    s = 0
    out = []
    for x in r:
        out.append(x)
    for row in b:
        out.append(row)
        out.append(row[-1])
    for j, x in enumerate(b[:, -1]):
        out.append((j, x))
    return r, r[0], b[k][1:], b[1:][0], b[1:][0, 1], r + 1, (b[1:] * 2)[0, 0], out, b[k, 0], b[1:].sum(), b[k].mean()

def singles(np.ndarray[np.float32_t] b):
    out = []
    for x in b:
        out.append(x)
        out.append(x + 1)
    s = 0
    for x in b:
        s += x
    c = b[::2]
    cdef np.ndarray[np.float32_t] d = b[1:]
    d[0] = 5
    c[0] = 9
    return out, s, c, d, d[0], c[0], b[1]

def integers(np.ndarray[np.int32_t] b):
    c = b[1:]
    c[0] += 2147483647
    return c[0] // 2, c[0] / 2, c[0] * 2, b[1] * 2, c


cdef double first(double* items) noexcept nogil:
    return items[0]


def memory(np.ndarray[np.float64_t] a, np.ndarray u, np.ndarray[np.float64_t, ndim=2] w):
    cdef double s
    with nogil:
        s = first(<double*>a.data) + 10 * first(<double*>w.data) + w.shape[1] + u.shape[0] + a.strides[0]
    cdef double* items = <double*>w.data
    items[0] = 7
    return s, first(<double*>u.data), w, <size_t>w.data == w.ctypes.data

# --- calls
memory(f8(3), f8(4) + 1, f8(3, 4) + 2)
memory(f8(3)[::-1], f8(4), (f8(3, 4) + 2)[::-1, ::-1])
rows(f8(3, 4), -2)
rows(f8(3, 4), 0)
rows(f8(3, 4)[::-1, ::2], 0)
singles(np.arange(4, dtype=np.float32))
singles(every2(np.arange(4, dtype=np.float32)))
integers(np.arange(4, dtype=np.int32))
