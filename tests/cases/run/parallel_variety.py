"""Parallel loops with what stands around and in them: values of all kinds returned, guards, `match`, unsigned numbers."""

import numpy as np
import pyrx
from pyrx import prange

G = np.zeros(2000)
LIMIT = 3


def ret_str(n: int, x: int):  # level: any
    for i in prange(n):
        if i == x:
            return "found" + "!"
    return "none"


def ret_list(n: int, x: int):  # level: any
    for i in prange(n):
        if i == x:
            return [i, i + 1]
    return [0]


def ret_new(n: int, x: int):
    for i in prange(n):
        if i == x:
            return np.full(3, float(i))
    return np.zeros(2)


def ret_maybe(n: int, x: int):  # level: any
    for i in prange(n):
        if i == x:
            return i


def ret_mixed(n: int, x: int):  # level: any
    for i in prange(n):
        if i == x:
            return i
    return None




def unsigned(n: int):
    h = 0
    for i in prange(n):
        h ^= (i * 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF
    return h


def unsigned_sum(n: int):
    s = 0
    for i in prange(n):
        s += ((i * 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF) >> 8
    return s


def unsigned_max(n: int):
    s = 0
    for i in prange(n):
        s = max(s, (i * 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF)
    return s


def global_read(n: int):
    s = 0
    for i in prange(n):
        if i > LIMIT:
            break
        s += i
    return s


def global_store(n: int):
    for i in prange(n):
        G[i] = i * 2.0
    return G[n - 1]


def dict_body(n: int):  # level: any
    d = {}
    for i in prange(n):
        if i == 5:
            break
        d[i] = i
    return d


def print_body(n: int):  # level: any
    for i in prange(n):
        print(i)
        if i == 5:
            return i


def assert_inside(n: int, bad: int):
    s = 0
    for i in prange(n):
        assert i != bad, "no"
        s += 1
    return s


def break_in_else_of_inner(n: int):
    s = 0
    for i in prange(n):
        for j in range(3):
            if j == 5:
                break
        else:
            s += 1
            if i == 700:
                break
        s += 1
    return s


def break_try_finally_return(n: int, x: int):
    for i in prange(n):
        try:
            if i == x:
                return i
        finally:
            if i == x + 1:
                return -5
    return -1


def loop_in_while(n: int):
    k = 0
    t = 0
    while k < 5:
        k += 1
        for i in prange(n):
            if i > k * 100:
                break
            t += 1
        else:
            break
    return k, t


def return_in_while_nested(n: int):
    k = 0
    while True:
        k += 1
        for i in prange(n):
            for j in prange(4):
                if i * j > 50 * k:
                    return k, i, j
        if k > 3:
            return k, -1, -1


def matched(a: pyrx.int64[:]):
    s = 0
    t = 0
    for i in prange(len(a)):
        match int(a[i]) % 3:
            case 0:
                s += 1
            case 1:
                t += 2
            case _:
                s -= 1
    return s, t


def walrus(a: pyrx.float64[:]):
    s = 0.0
    for i in prange(len(a)):
        if (y := float(a[i]) * 2) > 3:
            s += y
    return s


def big_step(n: int):
    c = 0
    for i in prange(0, 2**62, 2**59):
        c += 1
    return c + n


def huge_bounds(n: int):
    last = 0
    for i in prange(2**62, 2**62 + n):
        last = i
    return last


def sum_typed(a: pyrx.int32[:]):
    s = np.int32(0)
    for i in prange(len(a)):
        s += a[i]
    return s


def f32(a: pyrx.float32[:]):
    s = np.float32(0)
    m = np.float32(-5)
    for i in prange(len(a)):
        s += a[i]
        m = max(m, a[i])
    return s, m


def npbool(a: pyrx.float64[:]):
    ok = True
    for i in prange(len(a)):
        ok &= a[i] >= 0
    return ok


def extreme_zero(a: pyrx.float64[:]):
    m = a[0]
    for i in prange(len(a)):
        m = max(m, a[i])
    return m


def raise_line(a: pyrx.float64[:]):
    s = 0.0
    for i in prange(len(a)):
        s += a[i]
        s += a[i + 1]
    return s


def raise_then_return(n: int):
    for i in prange(n):
        if i == 10:
            raise KeyError(i, "x")
    return 0


def noncontig(a: pyrx.float64[:, :]):
    s = 0.0
    for j in prange(a.shape[1]):
        col = a[:, j]
        for i in range(len(col)):
            s += float(col[i])
        if j == 2:
            break
    return s


def swap(a: pyrx.float64[:], b: pyrx.float64[:], n: int):
    x = a
    y = b
    for k in range(n):
        for i in prange(len(a)):
            y[i] = x[i] + 1
        x, y = y, x
    return x[0]


def complex_minus(a: pyrx.complex128[:]):
    z = 5j
    for i in prange(len(a)):
        z -= complex(a[i])
    return z


def deleted(n: int):
    t = 0
    for i in prange(n):
        t = i
        del t
    return n


def handler(b: pyrx.int64[:]):  # level: any
    s = 0
    for i in prange(len(b)):
        try:
            s += 1 // int(b[i])
        except ZeroDivisionError as e:
            s += len(str(e))
    return s


def reraise(b: pyrx.int64[:]):
    s = 0
    for i in prange(len(b)):
        try:
            s += 1 // int(b[i])
        except ZeroDivisionError:
            if i > 3:
                raise
            s += 100
    return s


def charret(s: str, x: str):
    for i in prange(len(s)):
        if s[i] == x:
            return s[i]
    return "?"


# --- calls
(ret_str(900, x) for x in (-1, 0, 700))
(ret_list(900, x) for x in (-1, 0, 700))
(ret_new(900, x) for x in (-1, 0, 700))
(ret_maybe(900, x) for x in (-1, 0, 700))
(ret_mixed(900, x) for x in (-1, 0, 700))
(unsigned(n) for n in (0, 1, 900))
(unsigned_sum(n) for n in (0, 1, 100))
(unsigned_max(n) for n in (0, 1, 900))
global_read(900)
global_store(900)
dict_body(20)
print_body(20)
(assert_inside(900, b) for b in (-1, 5))
break_in_else_of_inner(1000)
(break_try_finally_return(900, x) for x in (-1, -5, 0, 50))
(loop_in_while(n) for n in (0, 50, 250, 900))
(return_in_while_nested(n) for n in (0, 10, 900))
matched(np.arange(1000))
walrus(np.arange(1000.0))
big_step(1)
huge_bounds(900)
sum_typed(np.full(1000, 2**30, np.int32))
f32(np.arange(100, dtype=np.float32))
npbool(np.arange(100.0))
npbool(np.arange(100.0) - 1)
extreme_zero(np.array([1.0, 5.0, 3.0]))
raise_line(f8(900))
raise_then_return(900)
noncontig(f8(4, 5))
swap(np.zeros(50), np.zeros(50), 3)
complex_minus(np.arange(10) * 1j)
deleted(10)
handler(np.array([1, 0, 1] * 9))
reraise(np.array([1, 0, 1, 1, 0] * 90))
charret("abcdef", "d")
