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
def parallel_sum(a):
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


@njit("f8(f8[:], f8)")
def averaged(a, k):
    s = 0.0
    for i in range(len(a)):
        s += a[i] * k
    return s / len(a)


@njit("void(f8[:], f8[:])")
def reversed_into(a, b):
    n = len(b)
    for i in range(n):
        a[i] = b[n - 1 - i]


@njit("f4(f4[:], f4)")
def single_total(a, k):
    s = a[0]
    for i in range(1, len(a)):
        s += a[i] * k
    return s


@njit("i1(i1, u1)")
def narrow(a, b):
    return a


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
(averaged(view(np.array([0.1, nan, inf])), k) for view in (ro, rev, every2) for k in (0.5, -0.0, nan, 0.0))
averaged(np.zeros(0), 1.0)
averaged(zero_stride(0.1, 3), 0.1)
averaged(np.array(2.0), 1.0)  # refused: TypeError 'a'
averaged(f8(3), np.array(2.0))
averaged(f8(3), np.array([2.0]))  # refused: TypeError 'k'
averaged(f8(3), np.float32(0.1))
scale(f8(3), np.array(2.0))
scale(np.array([inf, -0.0, nan]), 0.0)
scale(ro(f8(3)), 1.5)  # refused: ValueError 'a'
scale(rev(f8(3)), 1.5)  # refused: ValueError 'a'
reversed_into((x := f8(5)), x)
reversed_into((x := f8(5)), rev(x))
reversed_into((x := f8(5))[1:], x[:-1])
reversed_into(rev(f8(3)), ro(f8(3)))
reversed_into(ro(f8(3)), f8(3))  # refused: ValueError 'a'
square(complex(nan, -0.0))  # deviation: 1 -> np.complex128(complex(nan, nan))
square(np.array(1j))  # deviation: 1 -> np.complex128(-1)
minmax(np.array([nan, 1.0, -0.0]))
minmax(rev(np.array([nan, 1.0, -0.0, 0.0])))
minmax(ro(f8(4)))
single_total(np.array([0.1, 0.2, 1e38], np.float32), np.float32(10))
single_total(rev(np.array([0.1, 0.2, nan], np.float32)), np.float32(0.1))
single_total((x := np.array([0.1, 0.2], np.float32)), x[1])
octet(ro(np.array([200, 100], np.uint8)))
octet(zero_stride(np.uint8(200), 2))
narrow(np.int8(-5), np.uint8(5))
narrow(-5, 5)  # deviation: 1 -> np.int8(-5)
narrow(200, 5)  # refused: OverflowError 'a'
narrow(5, -1)  # refused: OverflowError 'b'
is_even(np.array(4))  # deviation: 1 -> np.bool_(True)
is_even(2**70)  # refused: OverflowError 'n'
is_even(2.0)  # refused: TypeError 'n'
