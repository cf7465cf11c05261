"""`for i in range(...)` with C loop variables: bounds, steps, the variable afterwards, changes in the body."""


def simple(int n):
    cdef int i, s = 0
    for i in range(n):
        s += i
    return s, i


def start_stop(int a, int b):
    cdef int i
    out = []
    for i in range(a, b):
        out.append(i)
    return out


def constant_steps(int a, int b):
    cdef int i
    return [i for i in range(a, b, 2)], [i for i in range(b, a, -1)], [i for i in range(b, a, -3)]


def runtime_step(int a, int b, int s):
    cdef int i
    out = []
    for i in range(a, b, s):
        out.append(i)
    return out


def unsigned_down(unsigned int n):
    cdef unsigned int i
    out = []
    for i in range(n, 0, -1):
        out.append(i)
    return out


def unsigned_to_minus_one(int n):
    cdef unsigned int i
    out = []
    for i in range(n, -1, -1):
        out.append(i)
    return out


def body_changes_variable(int n):
    cdef int i
    out = []
    for i in range(n):
        out.append(i)
        i = 100
    return out, i


def body_changes_bound(int n):
    cdef int i
    out = []
    for i in range(n):
        n = 2
        out.append(i)
    return out, n


def kept_when_empty(int n):
    cdef int i = 42
    for i in range(n):
        pass
    return i


def with_else(int n):
    cdef int i
    for i in range(n):
        if i == 3:
            break
    else:
        return "else"
    return i


def nested(int n, int m):
    cdef int i, j, count = 0
    for i in range(n):
        for j in range(i, m):
            if j == 4:
                break
            count += 1
    return count


def bound_expression(double[:] a):
    cdef Py_ssize_t i
    cdef double s = 0
    for i in range(1, a.shape[0] - 1):
        s += a[i]
    return s


def size_variable(size_t n):
    cdef size_t i, s = 0
    for i in range(n):
        s += i
    return s


def long_bounds(long a, long b):
    cdef long i
    return [i for i in range(a, b)]


def object_bound(n):
    cdef int i, s = 0
    for i in range(n):
        s += i
    return s


def reversed_range(int n):
    cdef int i
    out = []
    for i in reversed(range(n)):
        out.append(i)
    for i in reversed(range(1, n)):
        out.append(i)
    return out


def enumerated(double[:] a):
    cdef Py_ssize_t i
    cdef double x, s = 0
    for i, x in enumerate(a):
        s += i * x
    return s


def zipped(list a, list b):
    cdef int x, y, s = 0
    for x, y in zip(a, b):
        s += x * y
    return s


def while_loop(int n):
    cdef int steps = 0
    while n != 1:
        n = 3 * n + 1 if n & 1 else n // 2
        steps += 1
        if steps > 200:
            break
    else:
        return steps, True
    return steps, False

# --- calls
(simple(n) for n in (1, 10))
(start_stop(a, b) for a in (-2, 3) for b in (0, 5))
(constant_steps(a, b) for a in (0, 1) for b in (0, 6))
(runtime_step(a, b, s) for a in (0, 5) for b in (5, -1) for s in (1, 2, -1, -2))
runtime_step(0, 3, 0)
(unsigned_down(n) for n in (0, 3))
(unsigned_to_minus_one(n) for n in (0, 3))
(body_changes_variable(n) for n in (1, 3))
(body_changes_bound(n) for n in (1, 4))
(kept_when_empty(n) for n in (0, -5, 3))
(with_else(n) for n in (0, 3, 5))
nested(3, 6)
(bound_expression(a) for a in (f8(0), f8(2), f8(5)))
(size_variable(n) for n in (0, 10))
long_bounds(2**62, 2**62 + 3)
(object_bound(n) for n in (0, 4, 2.5, "a"))
reversed_range(5)
enumerated(f8(4))
zipped([1, 2, 3], [4, 5])
(while_loop(n) for n in (1, 6, 27))
