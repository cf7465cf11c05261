"""`zeros empty ones full` and `_like`, `arange`, `array` of a literal, `linspace`: dtype, shape, contents."""

import numpy as np
from numpy import zeros

import pyrx


def zeros1(n: int):
    return np.zeros(n)


def zeros2(n: int, m: int):
    return np.zeros((n, m))


def zeros_int(n: int):
    return np.zeros(n, dtype=np.int64), np.zeros(n, np.int8), np.zeros(n, int), np.zeros(n, bool), np.zeros(n, float)


def zeros_text(n: int):
    return np.zeros(n, "int32"), np.zeros(n, "f4"), np.zeros(n, dtype="complex128")


def zeros_order(n: int, m: int):  # level: any
    return np.zeros((n, m), order="F"), np.zeros((n, m), order="C")


def zeros_tuple_shape(n: int):  # level: interpreted
    return np.zeros((n,)), np.zeros(())


def zeros_list_shape(n: int):  # level: any
    return np.zeros([n, 2])


def ones1(n: int):
    return np.ones(n), np.ones((n, 2), np.uint8), np.ones(n, complex)


def empty1(n: int):
    a = np.empty(n)
    a[:] = 3.0
    return a


def empty2(n: int, m: int):
    a = np.empty((n, m), np.float32)
    for i in range(n):
        for j in range(m):
            a[i, j] = i - j
    return a


def full_float(n: int, x: float):
    return np.full(n, x), np.full((n, n), x)


def full_int(n: int, k: int):
    return np.full(n, k)


def full_dtype(n: int, x: float):
    return np.full(n, x, dtype=np.float32), np.full(n, 7, np.int16), np.full(n, True)


def like(a: pyrx.float64[:, :]):
    b = np.empty_like(a)
    b[:] = 1.0
    return np.zeros_like(a), np.ones_like(a), np.full_like(a, 2.5), b


def like_int(a: pyrx.int32[:]):
    return np.zeros_like(a), np.full_like(a, 7)


def like_dtype(a: pyrx.int32[:]):
    return np.zeros_like(a, dtype=np.float64), np.ones_like(a, dtype=bool)


def arange1(n: int):
    return np.arange(n)


def arange2(start: int, stop: int):
    return np.arange(start, stop)


def arange3(start: int, stop: int, step: int):
    return np.arange(start, stop, step)


def arange_float(start: float, stop: float, step: float):
    return np.arange(start, stop, step)


def arange_one_float(stop: float):
    return np.arange(stop)


def arange_dtype(n: int):
    return np.arange(n, dtype=np.float64), np.arange(n, dtype=np.int8)


def arange_mixed(n: int, step: float):
    return np.arange(0, n, step)


def array_of_floats(x: float, y: float):
    return np.array([x, y, 1.0])


def array_of_ints(n: int):
    return np.array([n, 2, 3])


def array_mixed(x: float, n: int):
    return np.array([x, n]), np.array([n, x])


def array_complex(z: complex):
    return np.array([z, 1])


def array_of_bools(a: bool):
    return np.array([a, False])


def array_nested(x: float):
    return np.array([[x, 2.0], [3.0, 4.0]])


def array_of_tuple(x: float):
    return np.array((x, 2.0)), np.array(((1, 2), (3, 4)))


def array_with_dtype(x: float):
    return np.array([x, 2], dtype=np.float32), np.array([1, 2], np.int8), np.array([1, 2], dtype="f8")


def array_empty():  # level: interpreted
    return np.array([]), np.array([], dtype=np.int64)


def array_copy(a: pyrx.float64[:, :]):  # level: interpreted
    return np.array(a)


def array_of_list(xs: list[float]):  # level: interpreted
    return np.array(xs)


def array_of_int_list(xs: list[int]):  # level: any
    return np.array(xs)


def asarray(a: pyrx.float64[:]):  # level: interpreted
    return np.asarray(a)


def linspace(a: float, b: float, n: int):
    return np.linspace(a, b, n)


def eye(n: int):
    return np.eye(n)


def imported(n: int):
    return zeros(n)


def table(n: int):
    squares = np.zeros(n, np.int64)
    for i in range(n):
        squares[i] = i * i
    return squares


def work_array(a: pyrx.float64[:]):
    n = a.shape[0]
    buffer = np.zeros(n + 2)
    buffer[1:-1] = a
    total = 0.0
    for i in range(1, n + 1):
        total += buffer[i - 1] - 2 * buffer[i] + buffer[i + 1]
    return total


def two_results(n: int):
    a = np.zeros(n)
    b = a[1:]
    return a, b, a


def list_of_arrays(n: int):  # level: any
    return [np.zeros(i) for i in range(n)]


def freed_in_loop(n: int):
    total = 0.0
    for i in range(n):
        a = np.full(i, 0.5)
        for x in a:
            total += x
    return total


# --- calls
(zeros1(n) for n in (0, 1, 5, -1, -(2**62), 2**62))
(zeros2(n, m) for n in (0, 2, -1) for m in (0, 3, -2))
zeros2(2**40, 2**40)
zeros_int(3)
zeros_int(0)
zeros_text(2)
zeros_order(2, 3)
zeros_tuple_shape(3)
zeros_list_shape(3)
ones1(2)
empty1(3)
empty1(-3)
empty2(2, 3)
(full_float(2, x) for x in (0.0, -0.0, nan, 2.5))
(full_int(2, k) for k in (0, -7, 2**63 - 1, 2**63, 2**70))
full_dtype(2, 0.1)
(like(a) for a in (f8(2, 3), fort(f8(2, 3)), f8(4, 4)[::-2, ::2], f8(0, 2), f8(2, 3, 4)[:, 0].T))
like_int(np.ones(3, np.int32))
like_dtype(np.ones(3, np.int32))
(arange1(n) for n in (0, 1, 5, -3))
(arange2(i, j) for i in (0, -2, 5) for j in (0, 3, -3))
(arange3(i, j, k) for i in (0, 10) for j in (10, 0, 3) for k in (1, 3, -1, -4, 0))
(arange_float(a, b, c) for a in (0.0, 1.0) for b in (1.0, 2.05) for c in (0.1, 0.25, -1.0))
arange_float(0.0, 1.0, 0.0)
arange_float(0.0, nan, 1.0)
arange_float(1.0, 1.3, 0.1)
(arange_one_float(x) for x in (0.0, 2.5, 3.0, -1.0))
arange_dtype(4)
arange_mixed(2, 0.5)
array_of_floats(0.5, nan)
(array_of_ints(n) for n in (1, -(2**63), 2**63, 2**64))
array_mixed(0.5, 2**53 + 1)
array_complex(1j)
array_of_bools(True)
array_nested(0.5)
array_of_tuple(0.5)
array_with_dtype(0.1)
array_empty()
(array_copy(a) for a in (f8(2, 3), fort(f8(2, 3)), f8(4, 4)[::2, ::-2], ro(f8(2, 2))))
(array_of_list(xs) for xs in ([], [0.5], [1.0, nan]))
(array_of_int_list(xs) for xs in ([], [1, 2], [2**63], [2**64]))
asarray(f8(3))
asarray(f8(6)[::2])
(linspace(a, b, n) for a in (0.0, 1.0) for b in (1.0, -2.0) for n in (0, 1, 2, 5, 50))
linspace(0.0, 1.0, -1)
(eye(n) for n in (0, 1, 3))
imported(2)
(table(n) for n in (0, 1, 10))
work_array(f8(4))
work_array(f8(0))  # deviation: 5 -> np.float64(0.0)
two_results(3)
two_results(0)
list_of_arrays(3)
freed_in_loop(0)  # deviation: 5 -> np.float64(0.0)
freed_in_loop(5)
