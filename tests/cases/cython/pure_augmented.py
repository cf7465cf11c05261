"""A .py with a .pxd beside it that declares its functions."""
import cython
import numpy as np

counter = 3
ratio = counter / 2
log = []
weights = np.arange(3.0)


def area(x, y):
    return x * y


def scaled(x):
    return hidden(x) + 1


def hidden(x):
    return x * 2


def loop(n):
    s = 0
    for i in range(n):
        s += i
    return s


def small(x):
    return x


def byte(x):
    return x


def half(x):
    return x


def kernel(x):
    return x * 0.5


def narrowed(n):
    i: cython.int = n
    k: cython.long = n
    return small(i), small(k), byte(k), half(k), half(2)


def literals():
    return small(40000), byte(300)


def from_object(x):
    return small(x)


def without_lock(x: cython.double):
    with cython.nogil:
        x = kernel(x)
    return x


def bump(k):
    global counter, ratio
    counter += k
    ratio = counter
    log.append(counter)
    return counter, ratio, log


def weigh(k: cython.double):
    s: cython.double = 0
    i: cython.Py_ssize_t
    for i in range(weights.shape[0]):
        s += weights[i] * k
    return s


def later():
    return [counter + i for i in range(2)], (lambda: ratio)()


def total(a):
    if a is None:
        return -1
    s = 0.0
    for i in range(a.shape[0]):
        s += a[i]
    return s


def corner(a, w=2.0):
    if a is None:
        return w
    return a[0, 0] * w


def listed(x):
    return x


def quiet(x):
    if x > 3:
        raise ValueError("no")
    return x + 1


def shout(x):
    if x > 3:
        raise ValueError("no")


def through(x: cython.int):
    return quiet(x)


def through_void(x: cython.int):
    shout(x)
    return x


# --- calls
area(2, 3)
area(2.5, 2)
area("a", 2)
scaled(3)
loop(5)
(narrowed(n) for n in (3, 40000, -40000, 2**31 - 1))
literals()
(from_object(x) for x in (4, 40000, "a"))
(byte(x) for x in (30, 300, 2**31))
without_lock(3)
(bump(k) for k in (1, 2**31 - 5, 2, "a"))
weigh(2)
later()
[hasattr(module, name) for name in ("counter", "ratio", "log", "weights")]
(total(a) for a in (np.arange(3.0), None, np.arange(3), [1.0]))
(corner(a) for a in (np.ones((2, 2)), None, np.zeros((0, 0)), np.ones((2, 2), order="F")))
corner(None, 5)
(listed(x) for x in ([1], None))
(through(x) for x in (1, 9))
(through_void(x) for x in (1, 9))
