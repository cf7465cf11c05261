"""Tuples of C types: results, arguments, unpacking."""


cdef (double, int) split(double x) noexcept nogil:
    cdef int n = <int>x
    return x - n, n


cdef (int, int) order(int a, int b):
    return (a, b) if a <= b else (b, a)


cdef double use((double, int) pair):
    return pair[0] + pair[1] * 100


def call_split(double x):
    cdef double part
    cdef int whole
    part, whole = split(x)
    return part, whole


def whole_tuple(double x):
    return split(x)


def local_tuple(double x):
    cdef (double, int) t = split(x)
    t[0] = 9
    return t, t[1]


def call_order(int a, int b):
    return order(a, b), order(a, b)[0]


def call_use(double x, int n):
    return use((x, n))


def argument((int, double) t):
    return t[0] * t[1]


def nested(int a):
    cdef ((int, int), double) t = ((a, a + 1), 0.5)
    return t, t[0][1]


def swap(int a, int b):
    a, b = b, a
    return a, b


def items_changed(double x):
    cdef (int, double) t = (1, x)
    t[0] = 5
    t[1] += 2
    a, b = t
    return t, t[0], a, b

def local(x):
    cdef (double, signed char) t = x
    return t

# --- calls
(call_split(x) for x in (2.75, -1.5))
whole_tuple(2.75)
local_tuple(2.75)
(call_order(a, b) for a in (1, 3) for b in (2,))
call_use(1.5, 2)
argument((3, 2.5))
argument((3,))
argument(5)
nested(3)
swap(1, 2)
items_changed(2.5)
(argument(t) for t in ([3, 2.5], (3, "a"), (2**31, 1), (1, 2, 3), None, {}))
(local(x) for x in ((1, 2), [1, 2], (1, 128), (1, -129), b"ab", "ab", None, (1,)))
