"""`#pythran export` lines: spellings of types, overloads, optional arguments, comments."""
# bundle: alone

import numpy as np

# pythran export scale(float64[:], float)
#pythran export total(float64[:,:])
#pythran export total(int64[:,:])
#pythran export add(int, int)
#pythran export add(float, float)
#pythran export either(int or float)
#pythran export optional(int, int?, float?)
#pythran export one_d(float64[])
#pythran export two_d(float64[][])
#pythran export fortran(float64[:,:] order(F))
#pythran export c_order(float64[:,:] order(C))
#pythran export lists(float list, int list)
#pythran export nested_list(float list list)
#pythran export pair((int, float))
#pythran export text(str, int)
#pythran export complexes(complex128[:], complex)
#pythran export small(int8[:], uint8[:], int32[:], float32[:])
#pythran export sized(int32, uint8, float32)
#pythran export no_arguments()
#pythran export several(int), also_exported(float)
#pythran export boolean(bool, bool[:])
#pythran export continued(float64[:],
#                         int,
#                         float)
#pythran export returns_array(int)
#pythran export CONSTANT
#pythran export strided(float64[::])
#pythran export averaged(float64[:], float)
#pythran export reversed_into(float64[:], float64[:])
#pythran export or_arrays(float64[:] or float32[:], int)

CONSTANT = 3.5


def scale(a, k):
    for i in range(len(a)):
        a[i] *= k


def total(a):
    s = 0
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            s += a[i, j]
    return s


def add(a, b):
    return a + b


def either(x):
    return x * 2


def optional(a, b=10, c=0.5):
    return a + b * c


def one_d(a):
    return a[0] + a[-1]


def two_d(a):
    return a[0, 1] + a.shape[0]


def fortran(a):
    return a[0, 1]


def c_order(a):
    return a[0, 1]


def lists(xs, ns):
    s = 0.0
    for x in xs:
        s += x
    for n in ns:
        s += n
    return s


def nested_list(rows):  # level: any
    s = 0.0
    for row in rows:
        for x in row:
            s += x
    return s


def pair(p):
    n, x = p
    return n * x


def text(s, n):
    return s[n], len(s)


def complexes(a, z):
    for i in range(len(a)):
        a[i] = a[i] * z


def small(a, b, c, d):
    return a[0] + a[1], b[0] + b[1], c[0] * c[1], d[0] / d[1]


def sized(a, b, c):  # level: any
    return a, b, c


def no_arguments():
    return 7


def several(n):
    return n + 1


def also_exported(x):
    return x / 2


def boolean(b, flags):
    n = 0
    for flag in flags:
        if flag == b:
            n += 1
    return n


def continued(a, n, x):
    return a[n] * x


def returns_array(n):
    a = np.zeros(n)
    for i in range(n):
        a[i] = i * CONSTANT
    return a


def strided(a):
    return a[0] - a[1]


def or_arrays(a, n):
    return a[n] * 2


def not_exported(n):  # level: any
    return n + 1


def averaged(a, k):
    s = 0.0
    for i in range(len(a)):
        s = s + a[i] * k
    return s / len(a)


def reversed_into(a, b):
    n = len(b)
    for i in range(n):
        a[i] = b[n - 1 - i]


# --- calls
scale(f8(3), 1.5)
scale(f8(6)[::2], 1.5)
scale(f8(3), 2)
scale(np.zeros(3, np.float32), 2.0)  # refused: TypeError
total(f8(2, 3))
total(i8(2, 3))
total(f8(2, 3).T)
total(f8(0, 3))  # deviation: 5 -> np.float64(0.0)
total(np.zeros((2, 2), np.float32))  # refused: TypeError
add(1, 2)
add(1.5, 2.5)
add(1, 2.5)
add(2**62, 2**62)
add("a", "b")  # refused: TypeError
either(3)
either(1.5)
optional(1)
optional(1, 2)
optional(1, 2, 1.5)
optional(1, c=2.0)
optional()
one_d(f8(3))
one_d(f8(0))
two_d(f8(2, 3))
fortran(fort(f8(2, 3)))
c_order(f8(2, 3))
lists([0.5, 1.5], [1, 2])
lists([], [])
lists([1, 2], [3])
nested_list([[1.0], [], [2.5]])
pair((3, 0.5))
text("größe", 2)
text("abc", 9)
complexes(np.array([1j, 2.0]), 1 - 1j)
small(np.array([100, 100], np.int8), np.array([200, 100], np.uint8), np.array([2**30, 4], np.int32), np.array([1, 3], np.float32))
sized(np.int32(5), np.uint8(7), np.float32(0.1))
no_arguments()
several(5)
also_exported(5.0)
boolean(True, np.array([True, False, True]))
continued(f8(3), 1, 2.0)
returns_array(3)
strided(f8(6)[::-2])
or_arrays(f8(3), 1)
or_arrays(np.array([0.1, 0.2], np.float32), 1)
not_exported(1)
CONSTANT
(averaged(view(np.array([0.1, nan, inf])), k) for view in (ro, rev, every2) for k in (0.5, -0.0, nan, 0.0))
averaged(np.zeros(0), 1.0)
averaged(zero_stride(0.1, 3), 0.1)
averaged(np.array(2.0), 1.0)  # refused: TypeError 'a'
averaged(f8(3), np.array(2.0))  # deviation: 1 -> np.float64(3.0)
averaged(f8(3), np.array([2.0]))  # refused: TypeError 'k'
averaged(f8(3), np.float32(0.1))  # deviation: 1 -> averaged(f8(3), float(np.float32(0.1)))
scale(f8(3), np.array(2.0))
scale(f8(3), nan)
scale(np.array([inf, -0.0, nan]), 0.0)
scale(ro(f8(3)), 1.5)  # refused: ValueError 'a'
reversed_into((x := f8(5)), x)
reversed_into((x := f8(5)), rev(x))
reversed_into((x := f8(5))[1:], x[:-1])
reversed_into(rev(f8(3)), ro(f8(3)))
reversed_into(ro(f8(3)), f8(3))  # refused: ValueError 'a'
complexes(np.array([complex(nan, -0.0), complex(inf, 1)]), complex(-0.0, inf))
add(np.array(3), np.array(4))  # deviation: 1 -> 7
add(np.array(0.5), np.array(4))  # deviation: 1 -> 4.5
add(np.int64(3), np.int64(4))  # deviation: 1 -> 7
add(nan, inf)
add(MyInt(3), 4)
small(ro(np.array([100, 100], np.int8)), rev(np.array([200, 100], np.uint8)), zero_stride(np.int32(2**30), 2), every2(np.array([nan, 0], np.float32)))
