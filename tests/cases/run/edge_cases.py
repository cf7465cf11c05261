"""Edge cases that the other files leave open: read-only, aliased, zero-dimensional, wrong types, across features."""

import math

import numpy as np

import pyrx

FROZEN = np.arange(4.0)
FROZEN.flags.writeable = False
NOTHING_IN_IT = np.zeros(0)
STRIDED = np.arange(10.0)[::-2]
SPECIAL = np.array([math.nan, math.inf, -0.0])


def read_frozen(i: int):
    return FROZEN[i]


def write_frozen(x: float):
    FROZEN[0] = x


def sum_empty_global():
    total = 0.0
    for x in NOTHING_IN_IT:
        total += x
    return total


def sum_strided_global():  # level: mixed
    total = 0.0
    for i in range(len(STRIDED)):
        total = total * 0.5 + STRIDED[i]
    return total


def special_global(i: int):
    return SPECIAL[i]


def aliased_global(a: pyrx.float64[:]):  # level: interpreted
    a[0] = 99.0
    return STRIDED[0]


def ellipsis_of_one(a: pyrx.float64[:]):  # level: any
    return a[...], a[0, ...]


def zero_dimensional_result(a: pyrx.float64[:, :]):  # level: any
    b = a[0, 0]
    return b, np.ndim(b)


def scalar_of(x: float):
    return x + 1


def integer_of(n: int):
    return n + 1


def sum_readonly(a: pyrx.float64[:], n: int):
    total = 0.0
    for i in range(n):
        total += a[i]
    return total


def copy_overlapping_special(a: pyrx.float64[:]):
    a[1:] = a[:-1]


def copy_from_readonly(a: pyrx.float64[:], b: pyrx.float64[:]):
    a[:] = b
    a[1:] = b[:-1]


def element_types(a: pyrx.int8[:]):
    total = 0
    for i in range(len(a)):
        total += int(a[i])
    return total


def helper(a, i):  # level: any
    return a[i] * 2


def through_helper(a: pyrx.float64[:], i: int):
    return helper(a, i) + helper(a[1:], i)


def helper_writes(a):  # level: any
    a[0] = 5.0


def through_writer(a: pyrx.float64[:]):
    helper_writes(a)
    helper_writes(a[::-1])
    return a[0]


def recursive_sum(a: pyrx.float64[:], i: int) -> float:
    if i >= len(a):
        return 0.0
    return a[i] + recursive_sum(a, i + 1)


def parallel_aliased(a: pyrx.float64[:], b: pyrx.float64[:]):
    for i in pyrx.prange(len(a)):
        a[i] = b[i] * 2


def parallel_loop_count(n: int):
    total = 0
    for i in pyrx.prange(n):
        total += 1
    return total


def complex_mid_loop(a: pyrx.complex128[:], d: pyrx.complex128[:]):
    for i in range(len(a)):
        a[i] = complex(a[i]) / complex(d[i])


def math_mid_loop(a: pyrx.float64[:]):
    for i in range(len(a)):
        a[i] = math.sqrt(a[i])


def numpy_sqrt_loop(a: pyrx.float64[:]):
    for i in range(len(a)):
        a[i] = np.sqrt(a[i])


def slice_mid_loop(a: pyrx.float64[:, :], b: pyrx.float64[:]):
    for i in range(a.shape[0]):
        a[i, i:] = b[i:]


def create_mid_loop(n: int):
    total = 0
    for i in range(n, -3, -1):
        total += len(np.zeros(i))
    return total


def power_loop(a: pyrx.float64[:], n: int):
    for i in range(len(a)):
        a[i] = a[i] ** n


def conversion_loop(a: pyrx.float64[:], out: pyrx.int64[:]):
    for i in range(len(a)):
        out[i] = int(a[i])


def pow_int_loop(a: pyrx.int64[:], n: int):
    total = 0
    for i in range(len(a)):
        total += int(a[i]) ** n
    return total


# --- calls
(read_frozen(i) for i in (0, -1, 4))
write_frozen(1.0)
sum_empty_global()  # deviation: 5 -> np.float64(0.0)
sum_strided_global()
(special_global(i) for i in (0, 1, 2))
aliased_global(module.STRIDED)
aliased_global(f8(2))
ellipsis_of_one(f8(3))
zero_dimensional_result(f8(2, 2))
scalar_of(np.array(1.5))  # deviation: 1 -> 2.5
scalar_of(np.array([1.5]))  # refused: TypeError 'x'
integer_of(np.array(3))  # deviation: 1 -> 4
integer_of(np.array(3.5))  # refused: TypeError
(sum_readonly(a, n) for a in (ro(f8(4)), zero_stride(2.5, 4), rev(ro(f8(4)))) for n in (2, 4, 5))
copy_overlapping_special(np.array([nan, -0.0, inf, 1.0]))
copy_from_readonly(f8(4), ro(f8(4)))
copy_from_readonly(ro(f8(4)), f8(4))  # refused: ValueError 'a'
copy_from_readonly((x := f8(6))[:4], x[2:])
element_types(np.array([100, 100, -128], np.int8))
element_types(np.array([1], np.uint8))  # refused: TypeError 'a'
element_types(rev(np.array([100, 27], np.int8)))
(through_helper(a, i) for a in (f8(4), rev(f8(4)), ro(f8(4))) for i in (0, -1, 3))
through_helper(None, 0)  # refused: TypeError 'a'
through_writer(f8(3))
through_writer(ro(f8(3)))  # refused: ValueError 'a'
recursive_sum(f8(3), 0)  # deviation: 1 -> 4.5
recursive_sum(np.array([nan, inf]), 0)  # deviation: 1 -> nan
recursive_sum(f8(0), 0)
parallel_aliased((x := f8(5)), x)
parallel_aliased(f8(5), None)  # refused: TypeError 'b'
parallel_aliased(f8(5), np.zeros(5, np.float32))  # refused: TypeError 'b'
(parallel_loop_count(n) for n in (-1, 0, 7))
parallel_loop_count(2.5)  # refused: TypeError 'n'
complex_mid_loop(np.array([1j, 2j, 3j]), np.array([1j, 0j, 1j]))
complex_mid_loop(np.array([1j, 2j]), np.array([1j, 2j]))
math_mid_loop(np.array([4.0, -1.0, 9.0]))
math_mid_loop(np.array([4.0, nan, inf]))
numpy_sqrt_loop(np.array([4.0, -1.0, 9.0]))
slice_mid_loop(f8(3, 3), -f8(3))
slice_mid_loop(f8(3, 3), -f8(2))
slice_mid_loop(f8(3, 3), -f8(4))
create_mid_loop(3)
power_loop(np.array([2.0, -0.0, nan]), 3)
power_loop(np.array([2.0, 0.0, nan]), -1)
conversion_loop(np.array([2.5, -2.5, 1e10]), np.zeros(3, np.int64))
conversion_loop(np.array([2.5, nan, 1.0]), np.zeros(3, np.int64))
conversion_loop(np.array([2.5, inf]), np.zeros(2, np.int64))
conversion_loop(np.array([2.5, 1e30]), np.zeros(2, np.int64))  # deviation: 3 raises OverflowError
(pow_int_loop(np.array([2, 3, -2]), n) for n in (0, 1, 39, 64))
