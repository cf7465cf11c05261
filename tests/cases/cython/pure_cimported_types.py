"""Pure mode: types of C's modules through cython.cimports, in annotations, casts, views, arrays, structs and fused types."""
import cython
import numpy as np
from cython.cimports.libc.stdint import uint32_t, uint8_t, int32_t
from cython.cimports.libc.stddef import ptrdiff_t
import cython.cimports.numpy as cnp
from cython.cimports import numpy as cn
from cython.cimports.numpy import int16_t as short_t, ndarray

Pair = cython.struct(a=uint8_t, b=cnp.float32_t)
word = cython.typedef(uint32_t)
either = cython.fused_type(uint8_t, cnp.int32_t, cython.double)


@cython.cfunc
def bump(p: cython.pointer(uint32_t), by: short_t) -> word:
    p[0] += by
    return p[0]


def f(n: cython.long):
    s: uint32_t = n
    t: uint8_t = cython.cast(uint8_t, n)
    return bump(cython.address(s), 3), cython.cast(uint32_t, s << 13), t, cython.sizeof(uint8_t), cython.sizeof(ptrdiff_t)


def arg(x: uint8_t, y: cn.int64_t = 3):
    return x + y


def view(a: uint8_t[:, ::1], b: cnp.float32_t[:]):
    i: cython.Py_ssize_t
    s: cnp.npy_intp = 0
    for i in range(a.shape[0]):
        s += a[i, 0]
        b[i] += s
    return s


def array(n: uint8_t):
    a: uint8_t[4]
    i: cython.int
    for i in range(4):
        a[i] = n * i
    p: Pair = Pair(a=n, b=0.1)
    return [a[i] for i in range(4)], p


@cython.locals(x=uint8_t, y=cnp.uint16_t)
@cython.returns(uint32_t)
def locs(x):
    y = x
    y += 65535
    return y


def of(x: either, a: either[:]):
    if either is uint8_t:
        kind = "byte"
    elif either is cython.double:
        kind = "double"
    else:
        kind = "int"
    return kind, a[0] + x


def declared(n):
    x = cython.declare(uint8_t, n)
    y = cython.declare(cython.pointer(uint8_t), cython.address(x))
    y[0] += 1
    return x
# --- calls
(f(n) for n in (5, 70000, 2**32 - 1, -1, 2**32))
f(-3)
arg(5)
arg(255, 32767)
arg(256)
arg(-1)
arg(None)
arg(1, y="a")
view(i8(3, 2).astype(np.uint8), f8(3).astype(np.float32))
view(i8(0, 2).astype(np.uint8), None)
array(100)
array(300)
locs(200)
locs(0)
locs(-1)
of(3, i8(2).astype(np.uint8))
of(1.5, f8(2))
declared(255)
