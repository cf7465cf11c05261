# Lists of numbers of C's hold what Python sees.
def distance(str a, str b):
    cdef Py_ssize_t i, j, n = len(a), m = len(b)
    cdef int cost
    prev = list(range(m + 1))
    for i in range(1, n + 1):
        cur = [i]
        for j in range(1, m + 1):
            cost = 0 if a[i - 1] == b[j - 1] else 1
            cur.append(min(prev[j] + 1, cur[j - 1] + 1, prev[j - 1] + cost))
        prev = cur
    return prev[m]


def exact(int a, int b):
    xs = [a, b]
    return xs[0] + xs[1], a + b


def floats(int n, float x):
    a = [x]
    b = [0.5] * n
    if n > 1:
        b = a
    b.append(x)
    return a, b


def summed(int n, unsigned long x, short s, unsigned char c):
    xs = [x, n]
    ys = [s, c]
    t = 0
    for y in ys:
        t += y
    return xs, ys, t, sum(ys), max(ys), sorted(ys), ys * 2, [y * 200 for y in ys]


def items(int n):
    cdef int k
    xs = [k * k for k in range(n)]
    cdef long t = 0
    for k in xs:
        t += k
    return xs, t, xs[-1] * 2147483647 if n else None
# --- calls
(distance(a, b) for a in ("", "kitten") for b in ("", "sitting"))
exact(2**31-1, 1)
(floats(n, 1.1) for n in (1, 2))
summed(-5, 2**64-1, -7, 200)
(items(n) for n in (0, 4))
