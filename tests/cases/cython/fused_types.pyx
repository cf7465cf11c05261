"""Fused types: members, specializations, tests of types, calls between functions, dispatch from Python."""
cimport cython
cimport numpy as cnp
from cython cimport floating, integral, numeric

ctypedef fused real:
    float
    double

ctypedef fused number:
    int
    long
    real

ctypedef fused np_floats:
    cnp.float32_t
    cnp.float64_t

ctypedef fused np_ints:
    cnp.uint8_t
    cnp.int32_t
    cnp.int64_t

ctypedef fused np_any:
    np_floats
    np_ints

ctypedef fused views:
    double[:]
    float[:, ::1]
    object

ctypedef fused narrow:
    unsigned char
    unsigned int
    long
    float

ctypedef real alias


def scalar(number x):
    """What a scalar is taken for."""
    if number is int:
        return "int", x
    elif number is long:
        return "long", x
    elif number is float:
        return "float", x
    return "double", x


def total(np_any[:] a):
    cdef np_any s = 0
    cdef Py_ssize_t i
    for i in range(a.shape[0]):
        s += a[i]
    return s


def dot(np_floats[:, ::1] a, const np_floats[:] b):
    cdef Py_ssize_t i, j
    cdef np_floats s
    result = []
    for i in range(a.shape[0]):
        s = 0
        for j in range(a.shape[1]):
            s += a[i, j] * b[j]
        result.append(s)
    return result


def both(np_ints[:] a, np_floats[:] b):
    cdef Py_ssize_t i
    for i in range(a.shape[0]):
        b[i] = b[i] + <np_floats>a[i]
    if np_ints is cnp.uint8_t:
        return "uint8"
    elif np_floats is cnp.float32_t and np_ints is cnp.int32_t:
        return "int32, float32"
    elif np_floats is cnp.float32_t or np_ints is cnp.int32_t:
        return "one of them"
    return "none of them"


def buffers(cnp.ndarray[np_floats, ndim=2] a, int k=1):
    cdef Py_ssize_t i
    for i in range(a.shape[0]):
        a[i, 0] = k
    return sizeof(np_floats), a.sum()


def which(views x):
    if views is object:
        return "object"
    elif views is double[:]:
        return "double[:]", x[0]
    else:
        return "float[:, ::1]", x[0, 0]


def sizes(numeric x):
    return sizeof(numeric), sizeof(x)


cdef str kind(numeric x):
    if numeric is short:
        return "short"
    elif numeric is int:
        return "int"
    elif numeric is long:
        return "long"
    elif numeric is float:
        return "float"
    elif numeric is double:
        return "double"
    elif numeric is cython.doublecomplex:
        return "double complex"
    return "other"


cdef str narrowed(narrow x):
    if narrow is long:
        return "long"
    elif narrow is float:
        return "float"
    elif narrow is cython.uint:
        return "unsigned int"
    return "unsigned char"


def kinds(short s, unsigned short us, bint b, float fl, unsigned long ul, int i, double complex z):
    k = 3
    y = 2.5
    return [
        kind(s), kind(b), kind(fl), kind(1), kind(1.5), kind(z), kind(i), kind(us), kind(ul), kind(y),
        narrowed(s), narrowed(us), narrowed(i), narrowed(ul), narrowed(fl), narrowed(b), narrowed(1),
    ]


cdef floating square(floating x) noexcept nogil:
    return x * x


cdef inline floating norm(floating x, floating y=1) noexcept nogil:
    return square(x) + square[floating](y)


cdef real convert(number x, real like):
    cdef real y = <real>x
    return y + like


def explicit(double x):
    return square[float](x), square[double](x), norm[float](x), norm(x, 2.0), convert[int, float](<int>x, 0.5)


def inferred(number x, floating y):
    return convert(x, y), convert[number, floating](x, y)


def dead(views x):
    if views in floating:
        return x.nothing_like_this + x[0, 0, 0, 0]
    if views is not object and views is not double[:]:
        return x.shape[1]
    return x.shape[0] if views is double[:] else "no shape"


def members(np_any x):
    if np_any in np_floats:
        return "float"
    if np_any not in np_floats and np_any not in floating:
        return "int"


def aliased(alias x):
    cdef alias y = x
    return sizeof(y)


cpdef floating half(floating x, int n=2):
    return x / n


def ambiguous(integral a, floating b, integral c=3):
    return a + c, b, sizeof(a), sizeof(b)


def late(int n, floating x=1.5):
    return n * x, sizeof(x)


def named(int n, *, floating x):
    return n * x


def not_none(floating[:] x not None):
    return x.shape[0]


# --- calls
scalar(1)
scalar(True)
scalar(2.5)
scalar("a")
scalar(1j)
scalar(np.float64(1.5))
scalar(np.float32(1.5))
scalar(np.int64(3))
scalar(2**70)
scalar["int"](3)
scalar["float"](2.1)
scalar["double"](2.1)
scalar[int](3)
scalar[float](2.1)
scalar["nothing"]
scalar["int", "int"]
list(scalar.__signatures__)
scalar.__signatures__["long"](7)
scalar["int"].__signatures__
scalar["int"]["int"]
scalar.__doc__
scalar.__name__
scalar()
scalar(1, 2)
scalar(x=1)
scalar(y=1)
total(f8(4))
total(f4(4))
total(i8(4))
total(i4(4))
total(np.arange(4, dtype=np.uint8))
total(np.arange(4, dtype=np.uint16))
total(f8(2, 2))
total([1.0])
total(array.array("f", [1, 2]))
total(memoryview(f8(3)))
total(f8(8)[::2])
list(total.__signatures__)
total["int32_t"](i4(3))
total["int32_t"](f8(3))
dot(f8(2, 3), f8(3))
dot(f4(2, 3), f4(3))
dot(f8(3, 3), f8(6)[::2])
(lambda b: (b.setflags(write=False), dot(f8(3, 3), b)))(f8(3))
both(i8(3), f8(3))
both(i4(3), f8(3))
both(i4(3), f4(3))
both(i8(3), f4(3))
both(i8(3).astype(np.uint8), f8(3))
both(f8(3), f8(3))
both(f8(3), i8(3))
both(i8(3), 3)
list(both.__signatures__)
both["int32_t|float64_t"](i4(3), f8(3))
both["int32_t", "float64_t"](i4(3), f8(3))
both["int32_t"]
(lambda i, b: (both(i, b), b))(i8(3), f8(3))
buffers(f8(2, 3))
buffers(f4(2, 3), 5)
buffers(f8(3))
buffers(i8(2, 3))
buffers(k=3, a=f8(2, 2))
which(f8(3))
which(f4(2, 2))
which(f4(2, 2, 2))
which(i8(3))
which(3)
which("a")
list(which.__signatures__)
sizes(1)
sizes(1.5)
sizes(1j)
sizes["short"](1)
sizes["float complex"](1)
kinds(1, 1, True, 1, 1, 1, 1)
explicit(1.1)
inferred(1, 1.5)
inferred["int|float"](1, 1.1)
inferred["double|float"](1, 1.1)
inferred(1.5, 1.5)
inferred("a", 1.5)
list(inferred.__signatures__)
dead(f8(3))
dead(f4(3, 2))
dead(7)
members["float32_t"](1)
members["int64_t"](1)
aliased(1.5)
aliased["float"](1.5)
half(1.5)
half(1.5, 3)
half(1.5, n=3)
half(x=1.5)
half(3)
half["float"](1.1)
half("a")
half()
half(1, 2, 3)
list(half.__signatures__)
ambiguous(1, 2.0)
ambiguous(1.0, 2.0)
ambiguous(1, 2)
ambiguous("a", 2.0)
ambiguous()
ambiguous(1)
ambiguous(1, b=2.0)
ambiguous(b=2.0, a=1, c=4)
ambiguous["short|float"](1, 2)
late(2)
late(2, 2)
late(2, 2.0)
late(2, x=2.0)
named(1, x=2.0)
named(1)
not_none(f8(3))
not_none(None)
