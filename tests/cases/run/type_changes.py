"""A variable may change its type; joins of paths follow the rules."""

import pyrx


def int_then_float(n: int):
    x = n
    y = x + 1
    x = x / 2
    return x, y


def reuse(n: int, x: float):
    t = n * 2
    a = t + 1
    t = x * 0.5
    b = t
    t = (a, b)
    return t


def array_then_view(a: pyrx.float64[:]):
    a = a[:, None]
    return a.shape


def array_then_element(a: pyrx.float64[:, :]):
    a = a[0]
    a = a[1]
    return a + 1


def parameter_widens(n: int):
    n = n + 0.5
    return n


def loop_widens(n: int):
    x = 0
    for i in range(n):
        x = x + 0.5
    return x


def branch_join(flag: bool):
    if flag:
        x = 1
    else:
        x = 2.5
    return x


def branch_join_used(flag: bool):
    if flag:
        x = 1
    else:
        x = 2.5
    return x + 1.0


def conditional_join(flag: bool, n: int):
    x = n if flag else 0.5
    return x * 2.0


def inexact_join(flag: bool, n: int):
    if flag:
        x = n
    else:
        x = 0.5
    return x * 1.0


def unrelated_join(flag: bool):  # level: any
    if flag:
        x = 1
    else:
        x = "one"
    return x


def none_join(flag: bool):  # level: any
    x = None
    if flag:
        x = 5
    return x


def bool_int_join(flag: bool, n: int):  # level: any
    x = n
    if flag:
        x = n > 2
    return x


def same_name_two_loops(n: int, a: pyrx.float64[:]):
    s = 0
    for x in range(n):
        s += x
    t = 0.0
    for x in a:
        t += x
    return s, t


def accumulate(a: pyrx.float64[:]):
    s = 0
    for x in a:
        s += x
    return s


def accumulate_int32(a: pyrx.int32[:]):
    s = 0
    for x in a:
        s += x
    return s


def python_then_numpy(a: pyrx.float64[:], n: int):
    x = 1.0
    for i in range(n):
        x = x * a[i]
    return x


def maximum(a: pyrx.float64[:]):
    m = -1e308
    for x in a:
        if x > m:
            m = x
    return m


def count_then_mean(a: pyrx.float64[:]):  # level: mixed
    n = 0
    s = 0.0
    for x in a:
        if x > 1:
            s += x
            n += 1
    if n == 0:
        return 0.0
    return s / n


def kept_separate(n: int):
    x = n
    y = x // 2
    x = float(x)
    z = x / 2
    x = x > 3
    return y, z, x


def deleted(n: int):  # level: any
    x = n
    del x
    return x


def unbound_simple(n: int):  # level: any
    if n > 0:
        x = n
    return x


def unbound_loop(n: int):
    for i in range(n):
        last = i * 2
    return last


def unbound_maybe(flag: bool):
    if flag:
        total = 0
    total += 1
    return total


def unbound_always(n: int):  # level: any
    y = x + n  # noqa: F821, F841
    x = 1
    return y


def unbound_in_while(n: int):
    while n > 10:
        x = n
        n -= 1
    return x


def unbound_stores_first(a: pyrx.float64[:], n: int):
    a[0] = 1.0
    for i in range(n):
        x = i
    a[1] = x


def undefined_name(n: int):  # level: any
    return n + no_such_name  # noqa: F821


def global_and_local(n: int):
    K = n + 1
    return K


K = 100


def shadowed_builtin(n: int):
    len = n * 2
    return len


def shadowed_function(n: int):
    sum = 0
    for i in range(n):
        sum += i
    return sum


def overwritten_loop_variable(n: int):
    s = 0
    for i in range(n):
        i = i * 0.5
        s += i
    return s


def int_becomes_array(n: int):  # level: any
    import numpy as np  # noqa: PLC0415

    x = n
    x = np.zeros(x)
    return x


def complex_meets_single(z: complex, a: pyrx.complex64[:], first: bool):
    return (z if first else a[0]) * 2


def accumulate_single(z: complex, a: pyrx.complex64[:]):
    s = z
    for i in range(len(a)):
        s = s + a[i]
    return s


# --- calls
(complex_meets_single(z, np.ones(1, np.complex64), first) for z in (0.1 + 0.5j, 0.5 + 0.1j, 1e300j) for first in (True, False))
(accumulate_single(z, np.ones(n, np.complex64)) for z in (0.1 + 0.5j, 0.5 + 0.1j) for n in (0, 3))
int_then_float(5)
reuse(3, 1.5)
array_then_view(f8(3))
array_then_element(f8(2, 3))
(parameter_widens(n) for n in (0, 5, 2**53 + 1))
loop_widens(0)  # deviation: 5 -> 0.0
(loop_widens(n) for n in (1, 3))
(branch_join(flag) for flag in (True, False))  # deviation: 5 -> 1.0
(branch_join_used(flag) for flag in (True, False))
(conditional_join(flag, n) for flag in (True, False) for n in (0, 5, -(2**53)))
(inexact_join(True, n) for n in (0, 5, 2**53))
(unrelated_join(flag) for flag in (True, False))
(none_join(flag) for flag in (True, False))
(bool_int_join(flag, n) for flag in (True, False) for n in (0, 5))
same_name_two_loops(3, f8(2))
(accumulate(a) for a in (f8(0), f8(3)))  # deviation: 5 -> np.float64(0.0)
(accumulate_int32(np.array(a, np.int32)) for a in ([], [1, 2], [2**31 - 1, 1]))  # deviation: 5 -> np.int32(0)
(python_then_numpy(f8(3), n) for n in (0, 2))  # deviation: 5 -> np.float64(1.0)
(maximum(a) for a in (f8(0), f8(3), np.array([nan])))  # deviation: 5 -> np.float64(-1e308)
(count_then_mean(a) for a in (f8(0), f8(4)))  # deviation: 5 -> np.float64(0.0)
kept_separate(7)
deleted(3)
(unbound_simple(n) for n in (0, 1))
(unbound_loop(n) for n in (0, 3))
(unbound_maybe(flag) for flag in (True, False))
unbound_always(1)
(unbound_in_while(n) for n in (5, 12))
(unbound_stores_first(f8(2), n) for n in (0, 2))
undefined_name(1)
global_and_local(5)
shadowed_builtin(4)
shadowed_function(4)
overwritten_loop_variable(0)  # deviation: 5 -> 0.0
overwritten_loop_variable(4)
int_becomes_array(2)
