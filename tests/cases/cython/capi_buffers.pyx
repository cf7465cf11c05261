"""The buffer protocol by hand: `Py_buffer` and what `cpython.buffer` has for it."""
from cpython.buffer cimport Py_buffer, PyBUF_FORMAT, PyBUF_ND, PyBUF_SIMPLE, PyBUF_STRIDES, PyBUF_WRITABLE, PyBuffer_Release, \
    PyObject_CheckBuffer, PyObject_GetBuffer


def described(x):
    cdef Py_buffer b
    cdef int i
    if not PyObject_CheckBuffer(x):
        return None
    PyObject_GetBuffer(x, &b, PyBUF_FORMAT | PyBUF_STRIDES)
    try:
        return b.len, b.itemsize, b.ndim, b.readonly, [b.shape[i] for i in range(b.ndim)], [b.strides[i] for i in range(b.ndim)], \
            b.format, b.suboffsets is NULL
    finally:
        PyBuffer_Release(&b)


def total(x):
    cdef Py_buffer b
    cdef unsigned char* at
    cdef Py_ssize_t i
    cdef long s = 0
    PyObject_GetBuffer(x, &b, PyBUF_SIMPLE)
    at = <unsigned char*> b.buf
    for i in range(b.len):
        s += at[i]
    PyBuffer_Release(&b)
    return s


def zeroed(x):
    cdef Py_buffer b
    cdef Py_ssize_t i
    PyObject_GetBuffer(x, &b, PyBUF_WRITABLE)
    for i in range(b.len):
        (<char*> b.buf)[i] = 0
    PyBuffer_Release(&b)
    return x, sizeof(Py_buffer)

# --- calls
(described(x) for x in (np.arange(6.0).reshape(2, 3)[:, ::2], b"ab", bytearray(3), np.array(5), "text", np.zeros((0, 2), "i2")))
(total(x) for x in (b"ab", b"", np.arange(4, dtype=np.uint8), np.arange(8)[::2], 5))
(zeroed(x) for x in (bytearray(b"abc"), b"abc"))
