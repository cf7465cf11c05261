"""Functions that call themselves and each other, and recursion too deep for the stack."""

import numpy as np
from numpy.typing import NDArray

import pyrx


def countdown(n: int) -> int:
    if n == 0:
        return 0
    return 1 + countdown(n - 1)


def ackermann(m: int, n: int) -> int:
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def is_even(n: int) -> bool:
    return True if n == 0 else is_odd(n - 1)


def is_odd(n: int) -> bool:
    return False if n == 0 else is_even(n - 1)


def euclid(a: int, b: int) -> int:
    return a if b == 0 else euclid(b, a % b)


def hanoi(n: int, source: int, target: int) -> int:
    if n == 0:
        return 0
    other = 6 - source - target
    return hanoi(n - 1, source, other) + 1 + hanoi(n - 1, other, target)


def power(x: float, n: int) -> float:
    if n == 0:
        return 1.0
    half = power(x, n // 2)
    return half * half * x if n % 2 else half * half


def unannotated_result(n: int):
    if n < 2:
        return n
    return unannotated_result(n - 1) + unannotated_result(n - 2)


def quicksort(a: pyrx.float64[:], low: int, high: int) -> None:
    if low >= high:
        return
    pivot = a[(low + high) // 2]
    i, j = low, high
    while i <= j:
        while a[i] < pivot:
            i += 1
        while a[j] > pivot:
            j -= 1
        if i <= j:
            a[i], a[j] = a[j], a[i]
            i += 1
            j -= 1
    quicksort(a, low, j)
    quicksort(a, i, high)


def sum_tree(a: pyrx.float64[:]) -> float:
    n = len(a)
    if n == 0:
        return 0.0
    if n == 1:
        return a[0]
    return sum_tree(a[: n // 2]) + sum_tree(a[n // 2 :])


def binary_search(a: pyrx.int64[:], x: int, low: int, high: int) -> int:
    if low >= high:
        return -1
    middle = (low + high) // 2
    if a[middle] == x:
        return middle
    if a[middle] < x:
        return binary_search(a, x, middle + 1, high)
    return binary_search(a, x, low, middle)


def endless(n: int) -> int:
    return endless(n + 1) + 1


def endless_float(x: float) -> float:
    return endless_float(x) + 1.0


def endless_pair(n: int) -> int:
    return endless_other(n) + 1


def endless_other(n: int) -> int:
    return endless_pair(n) + 1


def endless_caught(n: int) -> int:
    try:
        return endless(n)
    except RecursionError:
        return -1


def fill_halves(a: pyrx.float64[:], b: pyrx.float64[:], x: float) -> None:
    n = len(a)
    if n == 0 or len(b) == 0:
        return
    a[0] = b[n // 2] + x
    fill_halves(a[1 : n // 2 + 1], b[: n // 2], x * 0.5)
    fill_halves(a[n // 2 + 1 :], b[n // 2 + 1 :], x + a[0])


def depth_first(a: NDArray[np.float64], i: int):  # level: any
    if i >= a.size:
        return a.ndim
    return depth_first(a, i + 1) + 1


def recursive_int8(a: pyrx.int8[:], i: int):  # level: any
    if i + 1 >= len(a):
        return a[i]
    return a[i] + recursive_int8(a, i + 1)


def scaled(x: float, n: int) -> float:
    return x if n <= 0 else scaled(x * 0.5, n - 1)


# --- calls
(countdown(n) for n in (0, 1, 500))
(ackermann(m, n) for m in (0, 1, 2) for n in (0, 1, 5))
(is_even(n) for n in (0, 1, 100, 101))
(is_odd(n) for n in (0, 1, 100, 101))
(euclid(a, b) for a in (0, 12, 2**62) for b in (0, 18, 7))
(hanoi(n, 1, 3) for n in (0, 1, 3, 10))
(power(x, n) for x in (0.0, 2.0, -1.5) for n in (0, 1, 10, 100))
(unannotated_result(n) for n in (0, 1, 2, 15))
(quicksort(np.array(a), 0, len(a) - 1) for a in ([1.0], [3.0, 1.0, 2.0], [5.0, 5.0, 1.0, -2.0, inf, -inf]))
quicksort(np.random.default_rng(0).random(200), 0, 199)
quicksort(np.random.default_rng(0).random(50)[::-1], 0, 49)
quicksort(np.array([1.0, 2.0]), 0, 5)
(sum_tree(a) for a in (f8(0), f8(1), f8(7), f8(100)[::-3]))  # deviation: 1 -> float(sum_tree(a))
(binary_search(np.arange(0, 40, 3), x, 0, 14) for x in (0, 1, 39, 27))
endless(0)
endless_float(0.0)
endless_pair(0)
endless_caught(0)
fill_halves((x := f8(7)), x, 0.5)
fill_halves((x := f8(7)), rev(x), 0.5)
fill_halves((x := f8(9))[1:], x[:-1], 0.5)
fill_halves(f8(7), ro(f8(7)), 0.5)
fill_halves(ro(f8(3)), f8(3), 0.5)  # refused: ValueError 'a'
fill_halves(f8(5), f8(2), 0.5)
fill_halves(f8(0), f8(0), nan)
(sum_tree(view(f8(5))) for view in (ro, rev, every2))  # deviation: 1 -> float(sum_tree(view(f8(5))))
sum_tree(zero_stride(0.1, 7))  # deviation: 1 -> float(sum_tree(zero_stride(0.1, 7)))
sum_tree(np.array([nan, inf, -0.0]))  # deviation: 1 -> nan
sum_tree(np.array(1.5))  # refused: TypeError 'a'
(binary_search(view(np.arange(0, 40, 3)), 9, 0, 14) for view in (ro, every2))
(depth_first(a, 0) for a in (np.array(1.5), f8(0), f8(3), f8(2, 2)))
(recursive_int8(view(np.array([100, 100, -7], np.int8)), 0) for view in (ro, rev, every2))
recursive_int8(np.array([], np.int8), 0)
scaled(np.array(1.5), np.array(2))  # deviation: 1 -> 0.375
scaled(nan, 3)
scaled(-0.0, 2)
countdown(np.array(3))  # deviation: 1 -> 3
