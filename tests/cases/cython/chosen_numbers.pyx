"""`and`, `or` and conditionals that go to untyped locals or are operands: of numbers of C's the widest."""


def or_literal(double x):
    w = x or 3
    return w


def or_float(int n):
    w = n or 1.5
    return w


def several(int n, long m, double x):
    w = n or m
    u = n and x
    t = x and n
    s = n and 2.5 or 7
    return w, u, t, s


def bytes_or_ints(unsigned char c, int n):
    w = c or n
    return w, c or n


def truths(bint b, int n, double x):
    w = b or n
    u = n or b
    t = b and x
    s = (n > 1) or x
    r = (n > 1) or n
    return w, u, t, s, r


def singles(float f, double d, int n):
    w = f or d
    u = f or n
    t = f or 3
    return w, u, t


def or_object(int n, o):
    w = n or o
    u = o or n
    return w, u


def complex_or_real(double complex z, double x):
    w = z or x
    u = x or z
    return w, u


def parameter_or(double x):
    x = x or 3
    y = x or 3
    y += 1
    return x, y


def conditionals(int n):
    w = n if n else 1.5
    u = 2 if n else 1.5
    t = n if n else True
    return w, u, t


def of_unbounded(int n):
    s = 0
    for i in range(n):
        s += i
    w = s if s > 3 else 0.5
    u = s or 0.5
    t = i if n > 2 else 0.5
    return w, u, t


def of_lengths(double[:] a):
    n = a.shape[0]
    w = n or 0.5
    m = len(a)
    u = m if m else 0.5
    return w, u


def or_three(int n, double x):
    v = x
    v = v or 3
    v += 1
    return v


def conditional(int n):
    v = n
    v = v if v else 1.5
    v += 1
    return v


def conditional_or(int n):
    v = n
    v = v or 1.5
    v += 1
    return v


def conditional_direct(int n):
    v = n
    v = v * 2
    return v if v else 1.5, v or 1.5, v and 1.5


def conditional_local(int n):
    v = n
    v = v * 2
    w = v if v else 1.5
    u = v or 1.5
    return w, u


def operands(size_t a, double b, int c, unsigned long d):
    return (-(a or b), (c or d) < 255, <unsigned long>(c and b), (a if b else b) + 1, (c or b) / 2, (a and b) * 2,
            not (a or b))
def met_signs(unsigned int a, unsigned char c, int n, unsigned long u):
    v = -1
    if n:
        v = a
    w = -1
    if n:
        w = c
    x = 4294967296
    if n:
        x = n
    y = -1
    if n:
        y = u
    return v, w, x, y


def or_beyond(unsigned char c):
    return c or 300, c or -1, [c, -1], [c, 300], (c, 300)

# --- calls
(or_literal(x) for x in (0, 2))
(or_float(x) for x in (0, 2))
(several(n, m, x) for n in (0, 2) for m in (0, 2) for x in (0, 2))
(bytes_or_ints(x, y) for x in (0, 2) for y in (0, 300))
(truths(b, n, x) for b in (0, 1) for n in (0, 1, 2) for x in (0, 2))
(singles(b, n, x) for b in (0, 0.1) for n in (0, 1, 2) for x in (0, 2))
(or_object(b, n) for b in (0, 1) for n in (0, 1, 2))
(complex_or_real(b, n) for b in (0, 1) for n in (0, 1, 2))
(parameter_or(b) for b in (0, 1))
(conditionals(b) for b in (0, 1))
(of_unbounded(b) for b in (1, 4))
(of_lengths(f8(b)) for b in (0, 1))
(or_three(n, n) for n in (0, 3))
(conditional(n) for n in (0, 3))
(conditional_or(n) for n in (0, 3))
(conditional_direct(n) for n in (0, 3))
(conditional_local(n) for n in (0, 3))
operands(3, 2.5, -3, 4)
operands(3, 0, 0, 4)
(or_beyond(n) for n in (0, 1))
