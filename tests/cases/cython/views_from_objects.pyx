"""Python objects stored into items of typed views and buffers."""
import numpy as np
cimport numpy as cnp

def into_int(int[::1] v, Py_ssize_t i, value):
    v[i] = value
    return v[i]

def into_uchar(unsigned char[:] v, Py_ssize_t i, value):
    v[i] = value
    return v[i]

def into_short(short[:, :] v, Py_ssize_t i, Py_ssize_t j, value):
    v[i, j] = value
    return v[i, j]

def into_size(Py_ssize_t[:] v, int i, value):
    v[i] = value
    return v[i]

def into_ulong(unsigned long long[:] v, int i, value):
    v[i] = value
    return v[i]

def into_float(float[:] v, int i, value):
    v[i] = value
    return v[i]

def into_double(double[:, ::1] v, int i, int j, value):
    v[i, j] = value
    return v[i, j]

def into_complex(double complex[:] v, int i, value):
    v[i] = value
    return v[i]

def into_buffer(cnp.ndarray[cnp.int32_t, ndim=1] v, int i, value):
    v[i] = value
    return v[i]

def added(double[:] v, int i, value):
    v[i] += value
    return v[i]

def times(int[:] v, int i, value):
    v[i] *= value
    return v[i]

def from_dict(double[:] v, dict d):
    cdef Py_ssize_t i
    for i, key in enumerate(sorted(d)):
        v[i] = d[key]
    return np.asarray(v).tolist()

def from_text(int[:] v, str text, str alphabet):
    cdef Py_ssize_t i
    for i in range(len(text)):
        v[i] = alphabet.index(text[i])
    return np.asarray(v).tolist()

# --- calls
(into_int(np.zeros(3, np.intc), i, value) for i in (0, -1, 3, -4) for value in (5, True, "a", None, 2**31, -2**31 - 1, 2**70, np.int64(7), np.array([1, 2])))
(into_uchar(np.zeros(2, np.uint8), 0, value) for value in (255, 256, -1, 2**70, b"a", np.uint8(3)))
(into_short(np.zeros((2, 2), np.int16)[::-1], i, 1, value) for i in (0, 2) for value in (3, 32768, -32769, "x"))
(into_size(np.zeros(2, np.intp), 1, value) for value in (3, 2**63, -2**63 - 1, 1.5, None))
(into_ulong(np.zeros(2, np.ulonglong), 1, value) for value in (2**64 - 1, 2**64, -1))
(into_float(np.zeros(2, np.float32), 1, value) for value in (1, 0.1, 1e300, float("nan"), 2**2000, "1", None, 1j, np.float32(2), np.bool_(True)))
(into_double(np.zeros((2, 2)), 1, j, value) for j in (0, 2, -3) for value in (1, 0.1, 2**2000, "1", None, 1j))
(into_complex(np.zeros(2, complex), 1, value) for value in (1, 1.5, 1 + 2j, "1", None, np.complex64(2j)))
(into_buffer(np.zeros(2, np.int32), i, value) for i in (1, 2) for value in (3, 2**31, 2**63, "1"))
(added(np.ones(2), i, value) for i in (1, 2) for value in (3, 0.5, "1", None, 1j, np.float32(2)))
(times(np.ones(2, np.intc), 0, value) for value in (3, 2**31, "1", None))
from_dict(np.zeros(3), {"a": 1, "c": 2.5, "b": True})
from_dict(np.zeros(2), {"a": 1, "c": 2.5, "b": True})
from_dict(np.zeros(2), {"a": 1, "c": "2"})
from_text(np.zeros(3, np.intc), "cab", "abc")
from_text(np.zeros(3, np.intc), "cax", "abc")
into_int(np.zeros(0, np.intc), 0, 1)
