"""Views of every element type: values in and out, wraparound on a store, dtype mismatch texts."""
from libc.stdint cimport int8_t, uint16_t, uint64_t
cimport numpy as cnp


def v_char(signed char[:] a, int v):
    a[0] = v
    return a[0]


def v_uchar(unsigned char[:] a, int v):
    a[0] = v
    return a[0]


def v_short(short[:] a, int v):
    a[0] = v
    return a[0]


def v_ushort(unsigned short[:] a, int v):
    a[0] = v
    return a[0]


def v_int(int[:] a, long v):
    a[0] = v
    return a[0]


def v_uint(unsigned int[:] a, long v):
    a[0] = v
    return a[0]


def v_long(long[:] a, long v):
    a[0] = v
    return a[0]


def v_ulong(unsigned long[:] a, long v):
    a[0] = v
    return a[0]


def v_longlong(long long[:] a, long v):
    a[0] = v
    return a[0]


def v_float(float[:] a, double v):
    a[0] = v
    return a[0]


def v_double(double[:] a, double v):
    a[0] = v
    return a[0]


def v_complex(double complex[:] a, double complex v):
    a[0] = v
    return a[0]


def v_ssize(Py_ssize_t[:] a, Py_ssize_t v):
    a[0] = v
    return a[0]


def v_size(size_t[:] a, size_t v):
    a[0] = v
    return a[0]


def v_stdint(int8_t[:] a, uint16_t[:] b, uint64_t[:] c):
    return a[0], b[0], c[0]


def v_numpy(cnp.int32_t[:] a, cnp.float32_t[:] b, cnp.uint8_t[:] c, cnp.intp_t[:] d):
    return a[0], b[0], c[0], d[0]


def v_numpy_more(cnp.int64_t[:] a, cnp.float64_t[:] b, cnp.npy_bool[:] c):
    return a[0], b[0], c[0]


def object_into(double[:] a, x):
    a[0] = x


def object_into_int(int[:] a, x):
    a[0] = x


def arithmetic(unsigned char[:] a, signed char[:] b, float[:] f):
    return a[0] + a[1], a[0] - a[1], b[0] * b[1], f[0] / f[1], -a[0]


def increments(unsigned char[:] a, int n):
    cdef int i
    for i in range(n):
        a[0] += 1
        a[1] -= 1
        a[2] *= 2
        a[3] ^= 5
    return a[0], a[1]

# --- calls
(v_char(np.zeros(1, np.int8), v) for v in (5, 127, 128, -129))
(v_uchar(np.zeros(1, np.uint8), v) for v in (5, 255, 256, -1))
(v_short(np.zeros(1, np.int16), v) for v in (5, 32768))
(v_ushort(np.zeros(1, np.uint16), v) for v in (5, -1, 65536))
(v_int(np.zeros(1, np.intc), v) for v in (5, 2**31))
(v_uint(np.zeros(1, np.uintc), v) for v in (5, -1))
v_long(np.zeros(1, np.int64), -(2**63))
v_ulong(np.zeros(1, np.uint64), -1)
v_longlong(np.zeros(1, np.longlong), 7)
v_longlong(np.zeros(1, np.int64), 7)
(v_float(np.zeros(1, np.float32), v) for v in (0.1, 1e300, nan))
v_double(np.zeros(1), 0.1)
v_complex(np.zeros(1, complex), 1 + 2j)
v_complex(np.zeros(1, np.complex64), 1 + 2j)
v_ssize(np.zeros(1, np.intp), 7)
v_size(np.zeros(1, np.uintp), 2**63)
v_stdint(np.ones(1, np.int8), np.ones(1, np.uint16), np.ones(1, np.uint64))
v_numpy(np.ones(1, np.int32), np.ones(1, np.float32), np.ones(1, np.uint8), np.ones(1, np.intp))
v_numpy_more(np.ones(1, np.int64), np.ones(1), np.ones(1, np.bool_))
(v_int(np.zeros(1, t), 1) for t in (np.int8, np.uint32, np.int64, np.float32, np.complex128, np.bool_))
(v_long(np.zeros(1, t), 1) for t in (np.int32, np.uint64, np.float64))
(v_uchar(np.zeros(1, t), 1) for t in (np.int8, np.int16))
(v_double(np.zeros(1, t), 1) for t in (np.float16, np.int64, "M8[s]", "S8", object))
(object_into(f8(2), x) for x in (3, 2.5, True, "a", None))
(object_into_int(np.zeros(1, np.intc), x) for x in (3, 2**31, "a"))
arithmetic(np.array([200, 100], np.uint8), np.array([100, -100], np.int8), np.array([1, 3], np.float32))
increments(np.array([250, 3, 1, 255], np.uint8), 10)
(v_double(np.zeros(1), v) for v in [nan, inf, -0.0])
