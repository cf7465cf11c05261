"""A .py with a .pxd beside it that declares its functions."""
import cython


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
