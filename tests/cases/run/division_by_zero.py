"""Division by zero by the rule sets, and where it was raised."""

import pyrx


def py_int(a: int, b: int):
    x = a + 1
    y = x // b
    return y


def py_float(a: float, b: float):
    return 1.0 + (
        a
        / b
    )


def py_mod(a: int, b: int):
    return a % b


def py_divmod(a: float, b: float):
    q, r = divmod(a, b)
    return q + r


def np_float(a: pyrx.float64[:]):
    return a[0] / a[1]


def np_float_literal(a: pyrx.float64[:]):
    return a[0] / 0


def np_int(a: pyrx.int64[:]):
    return a[0] // a[1], a[0] % a[1]


def np_int_true(a: pyrx.int64[:]):
    return a[0] / a[1]


def np_int32(a: pyrx.int32[:]):
    return a[0] // a[1], a[0] % a[1], a[0] // 0


def np_floor(a: pyrx.float64[:]):
    return a[0] // a[1], a[0] % a[1]


def mean(a: pyrx.float64[:]):
    s = 0.0
    for x in a:
        s += x
    return s / len(a)


def mean_index(a: pyrx.float64[:]):
    s = 0.0
    for i in range(a.shape[0]):
        s += a[i]
    return s / a.shape[0]


def mean_of_ints(a: pyrx.int64[:]):
    s = 0
    for x in a:
        s += x
    return s / len(a)


def python_over_numpy(x: float, a: pyrx.float64[:]):
    return x / a[0]


def numpy_over_python(a: pyrx.float64[:], x: float):
    return a[0] / x


def stores_before(out: pyrx.float64[:], b: pyrx.int64[:]):
    for i in range(len(out)):
        out[i] = 12 // int(b[i])


def caught(a: int, b: int):
    try:
        return a // b
    except ZeroDivisionError:
        return -1


def in_loop(n: int):
    total = 0
    for i in range(n):
        total += 100 // (3 - i)
    return total


def condition(a: int, b: int):
    return b != 0 and a / b > 1


# --- calls
(py_int(a, b) for a in (0, 5, -5) for b in (0, 2))
(py_float(a, b) for a in (0.0, 1.0, -inf, nan) for b in (0.0, -0.0, 2.0))
(py_mod(a, 0) for a in (0, 1, -1))
py_divmod(1.0, 0.0)
py_divmod(7.5, 2.0)
(np_float(np.array([a, b])) for a in (0.0, 1.0, -1.0, nan) for b in (0.0, -0.0, 2.0))
(np_float_literal(np.array([a])) for a in (0.0, 1.0, -1.0, nan))
(np_int(np.array([a, b])) for a in (0, 7, -7, -(2**63)) for b in (0, 2, -2, -1))
(np_int_true(np.array([a, b])) for a in (0, 7, -7) for b in (0, 2))
(np_int32(np.array([a, b], np.int32)) for a in (0, 7, -7, -(2**31)) for b in (0, 2, -1))
(np_floor(np.array([a, b])) for a in FEW_FLOATS for b in FEW_FLOATS)
mean(np.array([1.0, 2.0]))
mean(np.array([]))
mean_index(np.array([1.0, 2.0]))
mean_index(np.array([]))
mean_of_ints(np.array([1, 2, 4]))
mean_of_ints(np.array([], np.int64))
(python_over_numpy(x, np.array([0.0])) for x in (0.0, 1.0, -1.0))
(numpy_over_python(np.array([1.0, 2.0]), x) for x in (0.0, -0.0, 4.0))
stores_before(np.zeros(4), np.array([1, 2, 3, 4]))
stores_before(np.zeros(4), np.array([1, 2, 0, 4]))
stores_before(np.zeros(0), np.array([0]))
caught(1, 0)
caught(7, 2)
in_loop(3)
in_loop(4)
in_loop(9)
(condition(a, b) for a in (0, 5) for b in (0, 2, 7))
