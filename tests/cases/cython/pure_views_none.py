"""Views of C's that may be `None` in a `.py`: native, as those of a `.pyx`."""
import cython
import numpy as np
from typing import Optional
from cython.parallel import prange

def masked(mask: cython.uchar[:], x: cython.const[cython.double][::1], w: cython.float[:] = None):
    s: cython.double = 0
    i: cython.Py_ssize_t
    for i in range(mask.shape[0]):
        if mask[i]:
            s += x[i]
    return s, w is None

def filled(x: cython.double[:], out: cython.double[:] = None):
    if out is None:
        out = np.zeros(x.shape[0])
    i: cython.Py_ssize_t
    for i in range(x.shape[0]):
        out[i] = x[i] * 2
    return [v for v in out]

def weighted(x: cython.double[:], w: Optional[cython.double[:]] = None) -> cython.double:
    s: cython.double = 0
    i: cython.Py_ssize_t
    has: cython.bint = w is not None
    with cython.nogil:
        for i in range(x.shape[0]):
            if has:
                s += x[i] * w[i]
            else:
                s += x[i]
    return s

def opt(w: Optional[cython.int[:]]):
    if w is None:
        return "none"
    return w[0], w.shape[0]

def unionised(w: cython.int[:] | None, k: cython.int = 3):
    return k if w is None else w[0]

def returns(w: cython.double[:] = None):
    return w

def unchecked(w: cython.double[:] = None):
    return w[0]

def shaped(w: cython.double[:] = None):
    return w.shape[0]

def lens(w: cython.double[:] = None):
    return len(w)

@cython.cfunc
def inner(x: cython.double, w: cython.double[:] = None) -> cython.double:
    if w is None:
        return x
    return x * w[0]

def outer(x: cython.double, w: cython.double[:] = None):
    return inner(x), inner(x, w), inner(x, None)

def par(x: cython.double[:], w: cython.double[:] = None):
    s: cython.double = 0
    i: cython.Py_ssize_t
    for i in prange(x.shape[0], nogil=True):
        if w is not None:
            s += x[i] * w[i]
        else:
            s += x[i]
    return s

def passed(w: cython.double[:] = None):
    return repr(w) if w is None else np.asarray(w).sum()

def rebound(w: cython.double[:] = None):
    v: cython.double[:] = w
    if v is None:
        v = np.ones(3)
    w = v[1:]
    return w.shape[0], v is None

class A:
    def m(self, w: cython.double[:] = None):
        return 0 if w is None else w[0]

real = cython.fused_type(cython.float, cython.double)
def fus(x: real[:], w: real[:] = None):
    return x[0] if w is None else w[0]
# --- calls
masked(np.array([True, False, True]), np.arange(3.0))
masked(np.array([1, 0, 1], np.uint8), np.arange(3.0), np.zeros(1, np.float32))
(masked(m, np.arange(3.0)) for m in (np.zeros(3, np.int8), np.zeros((3, 1), np.uint8), [1], None))
(masked(np.ones(1, np.uint8), x) for x in (np.arange(3), np.arange(6.0)[::2], np.arange(3, dtype=np.float32), None))
masked(np.ones(1, np.uint8), np.arange(3.0), np.arange(3.0))
filled(np.arange(3.0))
filled(np.arange(3.0), None)
filled(np.arange(3.0), np.zeros(4))
weighted(np.arange(3.0))
weighted(np.arange(3.0), np.arange(3.0))
weighted(np.arange(3.0), np.arange(2.0))
opt(None)
opt(np.arange(3, dtype=np.intc))
unionised(None)
unionised(np.arange(3, dtype=np.intc) + 4)
returns()
returns(None)
unchecked()
unchecked(np.ones(1))
shaped()
shaped(np.ones(3))
lens(np.ones(3))
outer(2)
outer(2, np.array([3.0]))
par(np.arange(3.0))
par(np.arange(3.0), np.arange(3.0))
passed()
passed(np.arange(3.0))
rebound()
rebound(np.arange(6.0))
A().m()
A().m(np.arange(3.0) + 1)
fus(np.arange(3.0))
fus(np.arange(3.0), np.ones(2))
fus(np.arange(3, dtype=np.float32))
fus(np.arange(3, dtype=np.float32), None)
