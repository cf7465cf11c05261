# cython: boundscheck=False, wraparound=False, cdivision=True
"""Fused types through calls, pointers, structs, function pointers, lists of builtin classes and parallel loops."""
cimport cython
cimport numpy as cnp
from cython cimport floating
from cython.parallel cimport prange
from libc.math cimport sqrt, fabs
from libc.stdlib cimport malloc, free

import numpy as np

ctypedef fused np_floats:
    cnp.float32_t
    cnp.float64_t

ctypedef fused np_anyint:
    cnp.uint8_t
    cnp.uint16_t
    cnp.int32_t
    cnp.int64_t

ctypedef fused np_numeric:
    np_anyint
    np_floats

ctypedef fused some_class:
    list
    str
    dict
    double

ctypedef fused image_like:
    np_floats[:, ::1]
    np_floats[:]

ctypedef double (*kernel)(double, double) noexcept nogil


cdef inline np_floats interpolate(np_numeric[:, ::1] image, Py_ssize_t r, Py_ssize_t c, np_floats weight) noexcept nogil:
    cdef np_floats here = <np_floats>image[r, c]
    if c + 1 == image.shape[1]:
        return here
    return here + weight * (<np_floats>image[r, c + 1] - here)


cdef void shift(np_numeric[:, ::1] image, np_floats[:, ::1] out, np_floats weight) noexcept nogil:
    cdef Py_ssize_t r, c
    for r in range(image.shape[0]):
        for c in range(image.shape[1]):
            out[r, c] = interpolate[np_numeric, np_floats](image, r, c, weight)


def shifted(np_numeric[:, ::1] image, np_floats weight):
    if np_floats is cnp.float32_t:
        dtype = np.float32
    else:
        dtype = np.float64
    cdef np_floats[:, ::1] out = np.zeros((image.shape[0], image.shape[1]), dtype=dtype)
    with nogil:
        shift(image, out, weight)
    return np.asarray(out)


cdef double hypotenuse(double a, double b) noexcept nogil:
    return sqrt(a * a + b * b)


cdef floating difference(floating a, floating b) noexcept nogil:
    if floating is float:
        return a - b
    else:
        return <floating>fabs(a - b)


cdef double fold(kernel f, floating[::1] a) noexcept nogil:
    cdef double s = 0
    cdef Py_ssize_t i
    for i in range(a.shape[0]):
        s = f(s, a[i])
    return s


def folded(floating[::1] a):
    return fold(hypotenuse, a), fold(difference[double], a), fold(&difference[double], a)


cdef floating biggest(floating* data, Py_ssize_t n) noexcept nogil:
    cdef floating found = data[0]
    cdef Py_ssize_t i
    for i in range(1, n):
        if data[i] > found:
            found = data[i]
    return found


def through_pointers(floating[::1] a):
    return biggest(&a[0], a.shape[0]), biggest[floating](&a[0], 2)


def on_heap(np_numeric[:] a):
    cdef Py_ssize_t n = a.shape[0], i
    cdef np_numeric* copy = <np_numeric*>malloc(n * sizeof(np_numeric))
    cdef np_numeric total = 0
    if copy == NULL:
        raise MemoryError()
    try:
        for i in range(n):
            copy[i] = a[n - 1 - i]
        for i in range(n):
            total = total * 3 + copy[i]
    finally:
        free(copy)
    return total


def in_array(floating x):
    cdef floating[3] powers
    cdef int i
    powers[0] = 1
    for i in range(1, 3):
        powers[i] = powers[i - 1] * x
    return powers[0], powers[1], powers[2]


def summed(np_floats[:, ::1] a):
    cdef np_floats total = 0
    cdef Py_ssize_t i, j
    for i in prange(a.shape[0], nogil=True):
        for j in range(a.shape[1]):
            total += a[i, j]
    return total


def classes(some_class x):
    if some_class is list:
        return "list", len(x)
    elif some_class is str:
        return "str", x.upper()
    elif some_class is dict:
        return "dict", sorted(x)
    else:
        return "double", x * 2


def compound(image_like a):
    if image_like is cnp.float32_t[:]:
        return "float32_t[:]", a[0]
    elif image_like is double[:]:
        return "double[:]", a[0]
    elif image_like is cnp.float32_t[:, ::1]:
        return "float32_t[:, ::1]", a[0, 0]
    return "float64_t[:, ::1]", a[0, 0]


cdef np_floats recursive(np_floats x, int n):
    if n <= 0:
        return x
    return recursive(x / 3, n - 1)


cdef np_floats even(np_floats x, int n):
    return x if n == 0 else odd(x * <np_floats>1.1, n - 1)


cdef np_floats odd(np_floats x, int n):
    return x if n == 0 else even[np_floats](x + <np_floats>0.1, n - 1)


def repeated(np_floats x, int n):
    return recursive(x, n), even(x, n)


cpdef np_floats clipped(np_floats x, np_floats low=0, np_floats high=1):
    if low > high:
        raise ValueError("low above high")
    return low if x < low else high if x > high else x


def clip_all(np_floats[:] a):
    cdef Py_ssize_t i
    for i in range(a.shape[0]):
        a[i] = clipped(a[i], 2, high=3)
    return np.asarray(a)


def bad_clip(np_floats x):
    return clipped(x, 2, 1)


cdef int found(np_anyint needle, np_anyint[:] hay) except -1:
    cdef Py_ssize_t i
    for i in range(hay.shape[0]):
        if hay[i] == needle:
            return <int>i
    raise KeyError(needle)


def find(np_anyint needle, np_anyint[:] hay):
    return found(needle, hay)


def conditions(np_floats x, int n):
    cdef str told = "wide" if np_floats is cnp.float64_t and n > 0 else "narrow or none"
    if not np_floats is cnp.float32_t and not n:
        told += ", wide and none"
    if (n > 5 or np_floats is cnp.float32_t) and n:
        told += ", some"
    while np_floats is cnp.float64_t and n > 0:
        n -= 1
    return told, n


# --- calls
shifted(f8(2, 3), 0.5)
shifted(i4(2, 3), 0.5)
shifted(f8(2, 3).astype(np.uint8), 0.25)
shifted["uint16_t|float64_t"](f8(2, 3).astype(np.uint16), 0.25)
shifted["uint16_t|float32_t"](f8(2, 3).astype(np.uint16), 0.1)
shifted(f8(2, 3).astype(np.int16), 0.25)
shifted(f8(2, 3), 1)
folded(f8(4))
folded(f4(4))
through_pointers(f8(4))
through_pointers(f4(4))
on_heap(f8(4))
on_heap(f4(4))
on_heap(np.arange(1, 9, dtype=np.uint8))
on_heap(np.arange(1, 30, dtype=np.uint16))
on_heap(np.arange(1, 30, dtype=np.int64))
on_heap(np.arange(1, 30, dtype=np.int32))
in_array(1.1)
in_array["float"](1.1)
summed(f8(4, 5))
summed(f4(4, 5))
classes([1, 2])
classes("abc")
classes({"b": 1, "a": 2})
classes(1.5)
classes(1)
classes((1,))
classes["list"]([1])
classes["double"](3)
list(classes.__signatures__)
compound(f8(3))
compound(f4(3))
compound(f8(3, 2))
compound(f4(3, 2))
compound(i8(3))
list(compound.__signatures__)
repeated(1.0, 3)
repeated["float64_t"](1.0, 7)
clipped(0.5)
clipped(7.5)
clipped["float64_t"](0.1)
clipped(0.5, 2.0, 1.0)
clipped(0.5, 0.75)
clipped(x=0.5, low=0.75)
clip_all(f8(5))
clip_all(f4(5))
bad_clip(1.0)
find(3, i8(5))
find(3, i4(5))
find(9, i8(5))
find["int64_t"](3, i8(5))
find["uint8_t"](300, i8(5))
conditions["float64_t"](1.0, 2)
conditions["float64_t"](1.0, 0)
conditions["float32_t"](1.0, 2)
conditions["float32_t"](1.0, 0)
