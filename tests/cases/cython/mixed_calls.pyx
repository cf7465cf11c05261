"""C locals with Python objects: method calls, attributes, calls of Python functions, imports."""
import math

import numpy as np


class Account:
    def __init__(self, start):
        self.total = start
        self.log = []

    def add(self, x, twice=False):
        self.total += 2 * x if twice else x
        self.log.append(x)
        return self.total


def python_helper(x, y=2):
    return x * y


def methods(double x, int n):
    account = Account(10)
    account.add(x)
    account.add(n, twice=True)
    return account.total, account.log


def attributes(int n):
    account = Account(n)
    account.total += n
    account.extra = n * 2
    cdef int t = account.total
    return t, account.extra, hasattr(account, "nothing")


def python_calls(int n, double x):
    return python_helper(n), python_helper(x, y=n), math.gcd(n, 12), math.floor(x)


def call_object(f, int n):
    return f(n), f(n + 1)


def numpy_calls(int n):
    a = np.zeros(n)
    a[1] = n
    return a, a.sum(), np.arange(n, dtype=np.int32), a.shape


def convert(x):
    cdef int n = len(x)
    cdef double s = sum(x)
    return n, s, s / n


def object_arithmetic(x, int n):
    return x + n, n * x, x - 1, x == n


def object_index(x, int i):
    x[i] = i * 2
    return x[i], x[-1]


def del_item(dict d, str key):
    del d[key]
    return d


def getattr_calls(obj, int n):
    return getattr(obj, "value", n), getattr(obj, "absent", n)


def int_to_float_method(int n, double x):
    return (<object>n).bit_length(), (<object>x).is_integer()


def star_unpack(int n):
    first, *rest = range(n)
    return first, rest


def raises_from_python(obj):
    cdef int n = 3
    n += obj.missing
    return n

# --- calls
methods(2.5, 3)
attributes(4)
python_calls(18, 2.5)
call_object(abs, -3)
call_object(3, 1)
numpy_calls(3)
(convert(x) for x in ([1, 2, 3], (1.5,)))
convert([])
convert("abc")
convert(5)
(object_arithmetic(x, 3) for x in (2, 2.5, True))
object_arithmetic("a", 3)
object_index([1, 2, 3], 1)
object_index({1: 2}, 1)
object_index((1, 2), 0)
del_item({"a": 1, "b": 2}, "a")
del_item({}, "a")
getattr_calls(Box(5), 7)
int_to_float_method(5, 2.0)
star_unpack(4)
star_unpack(0)
raises_from_python(Box(1))
