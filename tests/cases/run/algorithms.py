"""Whole programs of the kind pyrx is for."""

import math

import numpy as np

import pyrx


def mandelbrot(width: int, height: int, limit: int):
    out = np.zeros((height, width), np.int32)
    for row in range(height):
        for column in range(width):
            c = complex(-2.0 + 3.0 * column / width, -1.5 + 3.0 * row / height)
            z = 0j
            n = 0
            while abs(z) <= 2.0 and n < limit:
                z = z * z + c
                n += 1
            out[row, column] = n
    return out


def life(grid: pyrx.uint8[:, ::1], steps: int):
    n, m = grid.shape
    current = grid.copy()
    for _ in range(steps):
        following = np.zeros((n, m), np.uint8)
        for i in range(n):
            for j in range(m):
                alive = 0
                for di in range(-1, 2):
                    for dj in range(-1, 2):
                        if di != 0 or dj != 0:
                            alive += int(current[(i + di) % n, (j + dj) % m])
                if alive == 3 or (alive == 2 and current[i, j] == 1):
                    following[i, j] = 1
        current = following
    return current


def floyd_warshall(d: pyrx.float64[:, ::1]):
    n = d.shape[0]
    for k in range(n):
        for i in range(n):
            for j in range(n):
                through = d[i, k] + d[k, j]
                if through < d[i, j]:
                    d[i, j] = through


def insertion_sort(a: pyrx.int64[:]):
    for i in range(1, len(a)):
        x = a[i]
        j = i - 1
        while j >= 0 and a[j] > x:
            a[j + 1] = a[j]
            j -= 1
        a[j + 1] = x


def heap_sort(a: pyrx.float64[:]):
    n = len(a)
    for start in range(n // 2 - 1, -1, -1):
        sift(a, start, n)
    for end in range(n - 1, 0, -1):
        a[0], a[end] = a[end], a[0]
        sift(a, 0, end)


def sift(a, root, end):  # level: any
    while True:
        child = 2 * root + 1
        if child >= end:
            break
        if child + 1 < end and a[child] < a[child + 1]:
            child += 1
        if a[root] >= a[child]:
            break
        a[root], a[child] = a[child], a[root]
        root = child


def prefix_sums(a: pyrx.int64[:]):
    out = np.empty(len(a) + 1, np.int64)
    out[0] = 0
    for i in range(len(a)):
        out[i + 1] = out[i] + a[i]
    return out


def bisect(a: pyrx.float64[:], x: float):
    low, high = 0, len(a)
    while low < high:
        middle = (low + high) // 2
        if a[middle] < x:
            low = middle + 1
        else:
            high = middle
    return low


def newton(x: float, tolerance: float):
    if x < 0:
        raise ValueError("square root of a negative number")
    guess = x / 2 if x > 1 else 1.0
    for _ in range(100):
        following = 0.5 * (guess + x / guess)
        if abs(following - guess) < tolerance:
            return following
        guess = following
    return guess


def runge_kutta(y: float, t: float, h: float, steps: int):
    for _ in range(steps):
        k1 = rhs(t, y)
        k2 = rhs(t + h / 2, y + h * k1 / 2)
        k3 = rhs(t + h / 2, y + h * k2 / 2)
        k4 = rhs(t + h, y + h * k3)
        y += h * (k1 + 2 * k2 + 2 * k3 + k4) / 6
        t += h
    return y


def rhs(t: float, y: float) -> float:
    return -2.0 * y + math.sin(t)


def simpson(a: float, b: float, n: int):
    h = (b - a) / n
    total = math.exp(-a * a) + math.exp(-b * b)
    for i in range(1, n):
        x = a + i * h
        total += (4 if i % 2 else 2) * math.exp(-x * x)
    return total * h / 3


def knapsack(weights: list[int], values: list[int], capacity: int):
    best = np.zeros(capacity + 1, np.int64)
    for k in range(len(weights)):
        for c in range(capacity, weights[k] - 1, -1):
            best[c] = max(best[c], best[c - weights[k]] + values[k])
    return int(best[capacity])


def common_subsequence(a: str, b: str):
    table = np.zeros((len(a) + 1, len(b) + 1), np.int32)
    for i in range(len(a)):
        for j in range(len(b)):
            if a[i] == b[j]:
                table[i + 1, j + 1] = table[i, j] + 1
            else:
                table[i + 1, j + 1] = max(table[i, j + 1], table[i + 1, j])
    return table[len(a), len(b)]


def fourier(x: pyrx.complex128[:]):
    n = len(x)
    out = np.zeros(n, np.complex128)
    for k in range(n):
        total = 0j
        for t in range(n):
            angle = -2 * math.pi * k * t / n
            total += x[t] * complex(math.cos(angle), math.sin(angle))
        out[k] = total
    return out


def gauss(a: pyrx.float64[:, :], b: pyrx.float64[:]):
    n = a.shape[0]
    a = a.copy()
    x = b.copy()
    for k in range(n):
        pivot = k
        for i in range(k + 1, n):
            if abs(a[i, k]) > abs(a[pivot, k]):
                pivot = i
        if a[pivot, k] == 0.0:
            raise ZeroDivisionError("singular matrix")
        if pivot != k:
            for j in range(n):
                a[k, j], a[pivot, j] = a[pivot, j], a[k, j]
            x[k], x[pivot] = x[pivot], x[k]
        for i in range(k + 1, n):
            factor = a[i, k] / a[k, k]
            for j in range(k, n):
                a[i, j] -= factor * a[k, j]
            x[i] -= factor * x[k]
    for i in range(n - 1, -1, -1):
        for j in range(i + 1, n):
            x[i] -= a[i, j] * x[j]
        x[i] /= a[i, i]
    return x


def histogram(values: pyrx.float64[:], low: float, high: float, bins: int):
    counts = np.zeros(bins, np.int64)
    width = (high - low) / bins
    for x in values:
        if low <= x < high:
            counts[int((x - low) / width)] += 1
    return counts


def union_find(n: int, a: pyrx.int64[:], b: pyrx.int64[:]):
    parent = np.arange(n)
    groups = n
    for i in range(len(a)):
        x = a[i]
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        y = b[i]
        while parent[y] != y:
            parent[y] = parent[parent[y]]
            y = parent[y]
        if x != y:
            parent[x] = y
            groups -= 1
    return groups


def perlin_like(n: int, seed: int):
    state = seed
    out = np.empty(n)
    for i in range(n):
        state = (state * 1664525 + 1013904223) & 0xFFFFFFFF
        out[i] = state / 4294967296.0
    for i in range(1, n):
        t = out[i] * out[i] * (3 - 2 * out[i])
        out[i] = out[i - 1] + t * (out[i] - out[i - 1])
    return out


def bilinear(image: pyrx.float64[:, :], y: float, x: float):
    i = min(max(int(math.floor(y)), 0), image.shape[0] - 2)
    j = min(max(int(math.floor(x)), 0), image.shape[1] - 2)
    v = y - i
    u = x - j
    top = (1 - u) * image[i, j] + u * image[i, j + 1]
    bottom = (1 - u) * image[i + 1, j] + u * image[i + 1, j + 1]
    return (1 - v) * top + v * bottom


def roman(text: str):
    total = 0
    previous = 0
    for c in reversed(text):
        if c == "I":
            value = 1
        elif c == "V":
            value = 5
        elif c == "X":
            value = 10
        elif c == "L":
            value = 50
        elif c == "C":
            value = 100
        else:
            raise ValueError("not a numeral")
        total += value if value >= previous else -value
        previous = value
    return total


def josephus(n: int, k: int):
    survivor = 0
    for i in range(2, n + 1):
        survivor = (survivor + k) % i
    return survivor


def pascal(n: int):  # level: any
    row = [1]
    for _ in range(n):
        following = [1]
        for i in range(len(row) - 1):
            following.append(row[i] + row[i + 1])
        following.append(1)
        row = following
    return row


def queens(n: int, row: int, columns: int, left: int, right: int) -> int:
    if row == n:
        return 1
    count = 0
    for c in range(n):
        bit = 1 << c
        if not (columns & bit or left & (1 << (row + c)) or right & (1 << (row - c + n))):
            count += queens(n, row + 1, columns | bit, left | (1 << (row + c)), right | (1 << (row - c + n)))
    return count


def smoothed(a: pyrx.float64[:], out: pyrx.float64[:], weight: float):
    n = len(a)
    for i in range(n):
        left = a[i - 1] if i > 0 else a[i]
        right = a[i + 1] if i < n - 1 else a[i]
        out[i] = weight * a[i] + (1 - weight) * 0.5 * (left + right)


def multiplied(a: pyrx.float64[:, :], b: pyrx.float64[:, :], out: pyrx.float64[:, :]):
    for i in range(a.shape[0]):
        for j in range(b.shape[1]):
            total = 0.0
            for k in range(a.shape[1]):
                total += a[i, k] * b[k, j]
            out[i, j] = total


def cumulated(a: pyrx.int16[:], out: pyrx.int32[:], start: int):
    total = start
    for i in range(len(a)):
        total += int(a[i])
        out[i] = total
    return total


def quantised(a: pyrx.float32[:], out: pyrx.uint8[:], low: float, high: float):
    scale = 255 / (high - low)
    for i in range(len(a)):
        x = (a[i] - low) * scale
        out[i] = int(min(max(x, 0.0), 255.0))


# --- calls
mandelbrot(12, 9, 30)
mandelbrot(0, 3, 10)
life(np.array([[0, 1, 0, 0], [0, 1, 0, 0], [0, 1, 0, 0], [0, 0, 0, 0]], np.uint8), 3)
life(np.zeros((0, 0), np.uint8), 2)
floyd_warshall(np.array([[0.0, 3.0, inf], [inf, 0.0, 1.0], [2.0, inf, 0.0]]))
floyd_warshall(f8(2, 3)[:, :2].copy())
floyd_warshall(f8(3, 2))
(insertion_sort(np.array(a, np.int64)) for a in ([], [1], [3, 1, 2], [5, 5, -1, 2**62]))
insertion_sort(i8(9)[::-2])
(heap_sort(np.array(a)) for a in ([], [1.0], [3.0, nan, 1.0, 2.0], [5.0, -inf, inf, 0.0, -0.0]))
heap_sort(np.random.default_rng(1).random(50))
prefix_sums(np.array([1, 2, 2**63 - 1]))
prefix_sums(np.array([], np.int64))
(bisect(np.arange(0.0, 10.0), x) for x in (-1.0, 0.0, 4.5, 9.0, inf, nan))
(newton(x, 1e-12) for x in (0.0, 2.0, 1e6, 0.25))
newton(-1.0, 1e-12)
runge_kutta(1.0, 0.0, 0.1, 20)
runge_kutta(1.0, 0.0, 0.1, 0)
simpson(0.0, 1.0, 10)
simpson(0.0, 1.0, 0)
knapsack([1, 3, 4, 5], [1, 4, 5, 7], 7)
knapsack([], [], 3)
knapsack([2], [5, 6], -1)
common_subsequence("größenwahn", "grosswahn")
common_subsequence("", "a")
fourier(np.array([1.0, 2.0, 3.0, 4.0], complex))
fourier(np.zeros(0, complex))
gauss(np.array([[2.0, 1.0], [1.0, 3.0]]), np.array([3.0, 5.0]))
gauss(np.array([[0.0, 1.0], [1.0, 0.0]]), np.array([3.0, 5.0]))
gauss(np.array([[1.0, 2.0], [2.0, 4.0]]), np.array([3.0, 5.0]))
histogram(np.array([0.1, 0.5, 0.99, 1.0, -1.0, nan]), 0.0, 1.0, 4)
histogram(np.array([0.1]), 0.0, 1.0, 0)
union_find(6, np.array([0, 1, 4]), np.array([1, 2, 5]))
union_find(2, np.array([0]), np.array([7]))
perlin_like(5, 42)
(bilinear(f8(3, 4), y, x) for y in (0.0, 0.5, 5.0) for x in (-1.0, 1.25))
(roman(text) for text in ("", "XLII", "XCIX"))
roman("XQ")
(josephus(n, k) for n in (0, 1, 10, 41) for k in (2, 3))
(pascal(n) for n in (0, 1, 5, 70))
(queens(n, 0, 0, 0, 0) for n in (0, 1, 4, 6))
smoothed((x := f8(5)), x, 0.5)
smoothed((x := f8(5)), rev(x), 0.5)
smoothed((x := f8(6))[1:], x[:-1], 0.25)
smoothed(ro(f8(4)), f8(4), 0.5)
smoothed(f8(4), ro(f8(4)), 0.5)  # refused: ValueError 'out'
smoothed(f8(4), np.zeros(3), 0.5)
smoothed(f8(3), np.zeros(3), np.array(0.5))
smoothed(f8(3), np.zeros(3), np.array([0.5]))  # refused: TypeError 'weight'
smoothed(np.array(1.5), np.zeros(3), 0.5)  # refused: TypeError 'a'
smoothed(f8(3), i8(3), 0.5)  # refused: TypeError 'out'
smoothed([0.5], np.zeros(3), 0.5)  # refused: TypeError 'a'
multiplied((x := f8(3, 3)), x, x)
multiplied((x := f8(3, 3)), x.T, x[::-1])
multiplied(ro(f8(2, 3)), ro(f8(3, 2)), np.zeros((2, 2)))
multiplied(np.broadcast_to(0.5, (2, 2)), f8(2, 2), np.zeros((2, 2)))
multiplied(f8(0, 3), f8(3, 2), np.zeros((0, 2)))
multiplied(f8(2, 0), f8(0, 2), np.ones((2, 2)))
multiplied(f8(2), f8(2, 2), np.zeros((2, 2)))  # refused: TypeError 'a'
multiplied(np.array(2.0), f8(2, 2), np.zeros((2, 2)))  # refused: TypeError 'a'
cumulated(np.array([32767, 1, -5], np.int16), np.zeros(3, np.int32), 7)
cumulated(rev(np.array([32767, 1, -5], np.int16)), rev(np.zeros(3, np.int32)), -7)
cumulated(np.array([1, 2], np.int16), np.zeros(2, np.int32), 2**31 - 2)
cumulated(np.array([1, 2], np.int16), np.zeros(2, np.int32), np.array(5))  # deviation: 1 -> 8
cumulated(np.array([], np.int16), np.zeros(0, np.int32), 2**70)
cumulated(np.array([5], np.int32), np.zeros(1, np.int32), 0)  # refused: TypeError 'a'
quantised(np.array([0.0, 0.5, 1.0, 2.0, -1.0, inf], np.float32), np.zeros(6, np.uint8), 0.0, 1.0)
quantised(np.array([0.5], np.float32), np.zeros(1, np.uint8), 1.0, 1.0)
quantised(np.array([0.1, 0.7, nan], np.float32), np.zeros(3, np.uint8), 0.0, 1.0)
quantised(ro(rev(np.array([0.1, 0.7], np.float32))), np.zeros(2, np.uint8), -0.5, 1.5)
bisect(ro(f8(5)), np.array(2.5))
bisect(f8(5), "x")  # refused: TypeError 'x'
life(ro(np.eye(4, dtype=np.uint8)), 2)
life(np.eye(4), 2)  # refused: TypeError 'grid'
insertion_sort(ro(i8(3)))  # refused: ValueError 'a'
insertion_sort(f8(3))  # refused: TypeError 'a'
gauss((x := f8(2, 2)), x[0])
histogram(np.array(0.5), 0.0, 1.0, 4)  # refused: TypeError 'values'
roman(5)  # refused: TypeError 'text'
knapsack([1.5], [2], 3)  # refused: TypeError 'weights'
common_subsequence("a", b"a")  # refused: TypeError 'b'
