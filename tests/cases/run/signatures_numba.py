"""`@njit` and `@jit` with signature strings; Numba itself need not be there."""
# bundle: alone

import numpy as np

try:
    from numba import jit, njit, prange, vectorize
except ImportError:

    def njit(*args, **kwargs):  # level: interpreted
        if len(args) == 1 and callable(args[0]) and not kwargs:
            return args[0]
        return lambda function: function

    jit = njit
    vectorize = njit
    prange = range


@njit
def bare(n):  # level: any
    return n + 1


@njit("f8(f8[:])")
def total(a):
    s = 0.0
    for i in range(a.shape[0]):
        s += a[i]
    return s


@njit("float64(float64[:, ::1], int64)")
def entry(a, i):
    return a[i, 0]


@njit("void(f8[::1], f8)", cache=True)
def scale(a, k):
    for i in range(len(a)):
        a[i] *= k


@njit(["i8(i8, i8)", "f8(f8, f8)"])
def add(a, b):
    return a + b


@jit("c16(c16)", nopython=True)
def square(z):
    return z * z


@njit("b1(i8)", nogil=True, fastmath=False)
def is_even(n):
    return n % 2 == 0


@njit("f4(f4[:])")
def single(a):
    return a[0] * a[1]


@njit("u1(u1[:])")
def octet(a):
    return a[0] + a[1]


@njit("(f8[:], i8)")
def no_result(a, i):
    return a[i]


@njit("f8[:](i8)")
def makes(n):
    a = np.zeros(n)
    for i in range(n):
        a[i] = i * 0.5
    return a


@njit("UniTuple(f8, 2)(f8[:])")
def minmax(a):
    low = a[0]
    high = a[0]
    for x in a:
        if x < low:
            low = x
        if x > high:
            high = x
    return low, high


@njit("f8(f8[:])", parallel=True)
def parallel_sum(a):  # level: interpreted
    s = 0.0
    for i in prange(a.shape[0]):
        s += a[i]
    return s


@njit("f8(f8[::1, :])")
def fortran(a):
    return a[0, 1]


@njit("i8(i8)")
def calls_bare(n):
    return bare(n) + bare(bare(n))


# --- calls
bare(1)
total(f8(3))
total(f8(6)[::-2])
total(f8(0))  # deviation: 5 -> np.float64(0.0)
total(np.zeros(2, np.float32))  # refused: TypeError 'a'
entry(f8(2, 3), 1)
entry(f8(2, 3), 2)
entry(f8(2, 6)[:, ::2], 0)  # refused: ValueError 'a'
scale(f8(3), 1.5)
add(1, 2)  # deviation: 1 -> np.int64(3)
add(1.5, 2.0)  # deviation: 1 -> np.float64(3.5)
square(1 + 2j)  # deviation: 1 -> np.complex128(-3+4j)
(is_even(n) for n in (0, 3, -2))  # deviation: 1 -> np.bool_(n % 2 == 0)
single(np.array([0.1, 0.3], np.float32))
octet(np.array([200, 100], np.uint8))
no_result(f8(3), 1)
makes(3)
minmax(f8(3))
minmax(f8(0))
parallel_sum(f8(4))
fortran(fort(f8(2, 3)))
calls_bare(1)  # deviation: 1 -> np.int64(5)
