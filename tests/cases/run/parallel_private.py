"""Variables that `prange` assigns: after the loop they have the last value that a loop in order gives them."""

import numpy as np
import pyrx
from pyrx import prange


def sometimes(n: int, step: int, threads: int):
    last = -1
    for i in prange(n, num_threads=threads):
        if i % step == 0:
            last = i
    return last


def sometimes_dynamic(n: int, step: int):
    last = -1
    for i in prange(n, schedule="dynamic", chunksize=3):
        if i % step == 0:
            last = i
    return last


def sometimes_guided(n: int, step: int):
    last = -1
    for i in prange(n, schedule="guided"):
        if i % step == 0:
            last = i
    return last


def never(n: int):
    last = 2.5
    for i in prange(n):
        if i < 0:
            last = i * 0.5
    return last


def either(a: pyrx.float64[:]):
    small = -1
    large = -1
    for i in prange(len(a)):
        if a[i] < 3:
            small = i
        else:
            large = i
    return small, large


def after_continue(n: int, step: int):
    seen = -1
    for i in prange(n):
        if i % step:
            continue
        seen = i
    return seen


def loop_variable(start: int, stop: int, step: int):
    i = -99
    for i in prange(start, stop, step):
        pass
    return i


def loop_variable_unbound(n: int):
    for i in prange(n):
        pass
    return i


def unbound(n: int, x: int):
    for i in prange(n):
        if i == x:
            found = i
    return found


def zero_step(step: int):
    last = 5
    for i in prange(0, 10, step):
        last = i
    return last


def changed_target(n: int):
    for i in prange(n):
        i = i * 2
    return i


def of_bool(n: int):
    flag = False
    for i in prange(n):
        flag = i % 2 == 0
    return flag


def of_tuple(n: int):
    pair = (0, 0.5)
    for i in prange(n):
        pair = (i, i * 0.5)
    return pair


def of_character(n: int, text: str):
    c = "?"
    for i in prange(n):
        if i % 3 == 0:
            c = text[i % len(text)]
    return c


def of_text(n: int):
    s = "none"
    for i in prange(n):
        s = "even" if i % 2 == 0 else "odd"
    return s


def of_view(a: pyrx.float64[:, :]):
    row = a[0]
    for i in prange(a.shape[0]):
        if i % 2 == 0:
            row = a[i]
    return row


def of_new_array(n: int):
    a = np.zeros(2)
    for i in prange(n):
        a = np.full(3, float(i))
    return a


def of_scalar(a: pyrx.float32[:]):
    x = a[0]
    for i in prange(len(a)):
        x = a[i]
    return x


def of_complex(a: pyrx.complex128[:]):
    z = 1j
    for i in prange(len(a)):
        z = complex(a[i])
    return z


def of_list(n: int):
    xs = [0]
    for i in prange(n):
        xs = [i, i + 1]
    return xs


def inner_variables(n: int, m: int):
    j = -1
    k = -1
    for i in prange(n):
        for j in range(m):
            k = i * j
    return j, k


def inner_prange(n: int, m: int):
    j = -1
    k = -1
    for i in prange(n):
        for j in prange(m):
            k = i * 100 + j
    return j, k


def uneven_inner(n: int):
    j = -1
    for i in prange(n):
        for j in range(i % 3):
            pass
    return j


def with_else(n: int):
    last = 1
    for i in prange(n):
        last = i
    else:
        last = last + 1000
    return last


def twice(n: int, m: int):
    last = -1
    for i in prange(n):
        last = i
    for i in prange(m):
        last = i + 100
    return last, i


def in_loop(n: int):
    total = 0
    last = 0
    for k in range(5):
        for i in prange(n):
            if i == k:
                last = i
        total += last
    return total


def in_try(n: int, bad: int):
    last = -1
    for i in prange(n):
        try:
            last = 100 // (i - bad)
        except ZeroDivisionError:
            last = -7
    return last


def several_targets(n: int):
    a = b = 0
    c = (0, 0)
    for i in prange(n):
        a = b = i
        c = (a, b + 1)
        x, y = c
    return a, b, c


def constant_inner(n: int):
    total = 0
    for i in prange(n):
        for j in range(3):
            t = i + j
        total += t
    return total


def broken_inner(n: int):
    total = 0
    for i in prange(n):
        t = 0
        while True:
            t += 1
            if t > i % 4:
                u = t
                break
        total += u
    return total


def worker(n: int) -> int:
    last = 0
    for i in prange(n):
        last = i * 3
    return last


def calls_worker(n: int):
    total = 0
    last = 0
    for i in prange(n):
        last = worker(i % 7)
        total += last
    return total, last


def read_list(n: int):
    table = [3, 1, 4, 1, 5]
    total = 0
    for i in prange(n):
        total += table[i % len(table)]
    return total


def own_list(n: int):
    total = 0
    for i in prange(n):
        xs = [i]
        xs.append(2)
        xs[0] = xs[0] * 2
        for x in xs:
            total += x
    return total


def shared_list(n: int):
    xs = [0]
    for i in prange(n):
        xs.append(i)
    return xs


def set_list(n: int):
    xs = [0] * n
    for i in prange(n):
        xs[i] = i
    return xs


def push(xs: list[int], x: int):
    xs.append(x)


def list_by_call(n: int):
    xs = [0]
    for i in prange(n):
        push(xs, i)
    return len(xs), xs[-1]


def renamed_list(n: int):
    xs = [0]
    for i in prange(n):
        ys = xs
        ys.append(i)
    return len(xs)


def comprehension(n: int):
    total = 0
    for i in prange(n):
        total += sum([k * i for k in range(3)])
    return total


# --- calls
(sometimes(n, step, t) for n in (0, 1, 1500) for step in (1, 7, 5000) for t in (1, 2, 3, 7))
(sometimes_dynamic(n, step) for n in (0, 1, 1500) for step in (1, 7, 5000))
(sometimes_guided(n, step) for n in (0, 1, 1500) for step in (1, 7, 5000))
(never(n) for n in (0, 1, 1500))
(either(a) for a in (f8(0), f8(2), f8(900), f8(900)[::-1]))
(after_continue(n, step) for n in (0, 1, 1500) for step in (1, 7, 5000))
(loop_variable(i, j, k) for i in (0, 9, 800) for j in (-1, 0, 10, 900) for k in (1, 3, -1, -4))
(loop_variable_unbound(n) for n in (0, 1, 900))
(unbound(n, x) for n in (0, 5, 900) for x in (-1, 0, 899))
(zero_step(step) for step in (0, 3, -1))
(changed_target(n) for n in (1, 900))
(of_bool(n) for n in (0, 1, 900))
(of_tuple(n) for n in (0, 1, 900))
(of_character(n, "abcdef") for n in (0, 1, 900))
(of_text(n) for n in (0, 1, 900))
(of_view(f8(n, 3)) for n in (1, 2, 901))
(of_new_array(n) for n in (0, 1, 900))
of_scalar(np.arange(900, dtype=np.float32))
of_complex(np.arange(900) * 1j)
(of_list(n) for n in (0, 1, 900))
(inner_variables(n, m) for n in (0, 1, 900) for m in (0, 1, 5))
(inner_prange(n, m) for n in (0, 1, 900) for m in (0, 1, 5))
(uneven_inner(n) for n in (0, 1, 2, 3, 900, 901, 902))
(with_else(n) for n in (0, 1, 900))
(twice(n, m) for n in (0, 1, 900) for m in (1, 900))
(in_loop(n) for n in (0, 1, 3, 900))
(in_try(n, bad) for n in (0, 5, 900) for bad in (-1, 0, 4, 899))
(several_targets(n) for n in (0, 1, 900))
(constant_inner(n) for n in (0, 1, 900))
(broken_inner(n) for n in (0, 1, 900))
calls_worker(900)
(read_list(n) for n in (0, 1, 900))
(own_list(n) for n in (0, 1, 900))
(shared_list(n) for n in (0, 1, 900))
(set_list(n) for n in (0, 1, 900))
(list_by_call(n) for n in (0, 1, 900))
(renamed_list(n) for n in (0, 1, 900))
(comprehension(n) for n in (0, 1, 900))
