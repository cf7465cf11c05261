"""`for i from a <= i < b [by s]`: a loop of C, whose variable goes on where the body puts it."""


def up(int n):
    cdef int i
    out = []
    for i from 0 <= i < n:
        out.append(i)
    return out, i


def inclusive(int a, int b):
    cdef int i
    out = []
    for i from a <= i <= b:
        out.append(i)
    return out, i


def exclusive_start(int a, int b):
    cdef int i
    out = []
    for i from a < i < b:
        out.append(i)
    return out, i


def down(int n):
    cdef int i
    out = []
    for i from n > i >= 0:
        out.append(i)
    return out, i


def by_step(int n, int s):
    cdef int i
    out = []
    for i from 0 <= i < n by s:
        out.append(i)
    return out, i


def down_by(int n):
    cdef int i
    out = []
    for i from n >= i > 0 by 2:
        out.append(i)
    return out, i


def changed(int n):
    cdef int i
    out = []
    for i from 0 <= i < n:
        out.append(i)
        i += 1
    return out, i


def floats(double a, double b):
    cdef double x
    out = []
    for x from a <= x < b by 0.25:
        out.append(x)
    return out, x


def with_else(int n):
    cdef int i
    for i from 0 <= i < n:
        if i == 3:
            break
    else:
        return "else", i
    return "break", i


def skipping(int n):
    cdef int i, s = 0
    for i from 0 <= i < n:
        if i % 2:
            continue
        s += i
    return s


def nested(int n):
    cdef int i, j, s = 0
    for i from 0 <= i < n:
        for j from i <= j < n:
            s += i * j
    return s


def expressions(double[:] a):
    cdef Py_ssize_t i
    cdef double s = 0
    for i from 1 <= i < a.shape[0] - 1:
        s += a[i - 1] + a[i + 1]
    return s


def down_from(int n, int m):
    cdef int i
    out = []
    for i from n > i > m by 2:
        out.append(i)
    return out, i


def down_by_equal(int n, int m):
    cdef int i
    out = []
    for i from n >= i > m by 2:
        out.append(i)
    return out, i


def up_from(int n, int m):
    cdef int i
    out = []
    for i from m < i < n by 3:
        out.append(i)
    return out, i


def up_by_equal(int n, int m):
    cdef int i
    out = []
    for i from m < i <= n by 3:
        out.append(i)
    return out, i


def down_unsigned(int n):
    cdef unsigned char i
    out = []
    for i from n > i >= 0:
        out.append(i)
    return out, i


def down_unsigned_object(n):
    cdef unsigned int i
    out = []
    for i from n > i >= 0:
        out.append(i)
    return out, i


def down_unsigned_equal(unsigned int n):
    cdef unsigned int i
    out = []
    for i from n >= i > 0:
        out.append(i)
    return out, i


def down_unsigned_by(unsigned int n):
    cdef unsigned int i
    out = []
    for i from n >= i >= 0 by 2:
        out.append(i)
    return out, i


def floats_by(double n):
    cdef double i
    out = []
    for i from n > i > 0 by 0.5:
        out.append(i)
    return out, i

# --- calls
(up(n) for n in (0, 3))
(inclusive(a, b) for a in (0, 2) for b in (-1, 2))
(exclusive_start(a, b) for a in (0, 2) for b in (0, 4))
(down(n) for n in (0, 3))
(by_step(n, s) for n in (0, 7) for s in (2, 3))
(down_by(n) for n in (0, 5, 6))
(changed(n) for n in (0, 5))
(floats(a, b) for a in (0.0, 0.5) for b in (0.0, 1.0))
(with_else(n) for n in (0, 3, 5))
(skipping(n) for n in (0, 7))
(nested(n) for n in (0, 4))
expressions(f8(6))
(floats(nan, b) for b in [1.0, nan])
floats(0.0, -0.0)
(down_from(n, m) for n in (0, 5, 6) for m in (0, 1))
(down_by_equal(n, m) for n in (0, 5, 6) for m in (0, 1))
(up_from(n, m) for n in (0, 5, 6) for m in (0, 1))
(up_by_equal(n, m) for n in (0, 5, 6) for m in (0, 1))
(down_unsigned(n) for n in (0, 5))
(down_unsigned_object(n) for n in (0, 5))
(down_unsigned_equal(n) for n in (0, 5))
(down_unsigned_by(n) for n in (1, 4))
(floats_by(n) for n in (0, 2))
