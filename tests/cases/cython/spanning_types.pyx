"""Untyped locals that hold numbers of several kinds: each is of one type, whether or not the assignments meet."""
cimport cython


def cast_to_integer(double x):
    v = x
    v = <unsigned char>v
    return v


def literal_after(double x):
    v = x
    y = v
    v = 2
    v += 1
    return v, y


def float_after(int n, double d):
    v = n
    y = v
    v = d
    return y, v


def object_after(int n, d):
    v = n
    y = v + 1
    v = d
    return y, v


def truth_before(int n):
    v = n > 2
    y = v
    v = 5
    return y, v


def complex_before(double d):
    v = 1j
    y = v
    v = d
    return y, v


def complex_or_real(double d, int n):
    if n:
        v = 1j
    else:
        v = d
    return v, v * 2


def counter_of_loop(int n):
    for i in range(n):
        pass
    j = i
    i = 0.5
    return i, j


def counter_by_hand(double[:] a):
    s = 0
    for k in range(a.shape[0]):
        s = s + 1
    t = s
    s = a[0]
    return s, t


def divided(int a, int b):
    v = a
    w = v / b, v // b, v % b
    v = 0.5
    return w, v


@cython.cdivision(True)
def divided_as_c(int a, int b):
    v = a
    w = v / b, v % b
    v = 0.5
    return w, v


def none_after(int n):
    v = n
    w = v
    v = 2.5
    u = v
    v = None
    return w, u, v


def swapped(int n, double x):
    a, b = n, x
    c = a, b
    a, b = b, a
    return a, b, c


def loop_variable(double[:] xs, int n):
    v = n
    w = v
    for v in xs:
        w += v
    return v, w


def rounded(double x):
    v = round(x)
    w = v
    v = v * 0.5
    return w, v


def of_class_int(double x):
    v = int(x)
    w = v
    v = 0.5
    return w, v


def of_counter(int n):
    c = 0
    for i in range(n):
        c += 1
    v = c
    w = v
    v = 0.5 * v
    return c, w, v


def of_length(list a):
    v = len(a)
    w = v
    v = v / 2
    return w, v


def of_object(o):
    v = o
    w = v
    v = 0.5
    return w, v


def parameter(x, double d):
    w = x
    x = d
    return w, x


cdef changes_parameter(x):
    y = x
    x = 0.5
    return y, x


def call_changes_parameter(int n):
    return changes_parameter(n)


def digits(str s):
    v = 0
    for c in s:
        v = v * 10 + ord(c) - 48
    w = v
    v = v / 10
    return w, v


def single_once(float x):
    s = x
    return s * x, s / 3


def single_twice(float x):
    """Two values of single precision meet in double precision."""
    s = x
    s = s * x * x
    return s


def single_sum(float[:] a):
    cdef Py_ssize_t i
    s = a[0]
    for i in range(a.shape[0]):
        s += a[i]
    return s


def single_best(float[:] a):
    cdef Py_ssize_t i
    best = a[0]
    for i in range(1, a.shape[0]):
        if a[i] > best:
            best = a[i]
    return best, best * 0.1, best * best


def single_complex(float complex z):
    w = z * z
    return w * z, w / z, w


def single_complex_twice(float complex z, float x):
    w = z
    w = w * z
    return w * z, w * x


def single_of_members(cython.floating[:] a):
    s = a[0]
    for x in a:
        s = s + x
    return s


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


def single_minus_object(float b, int n):
    v = n
    v = v + 1
    w = v - b, v * b, b / v, b ** v, v < b
    return w


def single_minus_length(float b, list xs):
    return len(xs) - b, b * len(xs)


def divided_in_place(size_t a, Py_ssize_t b, long c, int d, unsigned int e):
    v1 = a
    v1 /= a
    v2 = b
    v2 /= b
    v3 = c
    v3 /= c
    v4 = d
    v4 /= d
    v5 = e
    v5 /= e
    return v1, v2, v3, v4, v5


def shifted_in_place(size_t a, Py_ssize_t b, long c, int d, unsigned int e):
    v1 = a
    v1 <<= 2
    v2 = b
    v2 <<= 2
    v3 = c
    v3 <<= 2
    v4 = d
    v4 <<= 2
    v5 = e
    v5 <<= 2
    return v1, v2, v3, v4, v5

# --- calls
cast_to_integer(2.5)
literal_after(2.5)
float_after(1, 2)
object_after(1, 2.5)
(truth_before(n) for n in (1, 4))
complex_before(2)
(complex_or_real(2.0, n) for n in (0, 1))
counter_of_loop(3)
counter_by_hand(f8(3))
divided(7, 2)
divided_as_c(7, 2)
none_after(3)
swapped(3, 2.5)
(loop_variable(f8(n), 2) for n in (0, 3))
rounded(3.3)
of_class_int(3)
of_counter(3)
of_length([1, 2, 3])
of_object(3)
parameter(3, 2)
call_changes_parameter(3)
digits("123")
single_once(0.1)
single_twice(0.1)
single_sum(np.array([0.1, 0.2, 0.3], np.float32))
single_sum(np.zeros(0, np.float32))
single_best(np.array([0.1, 0.2, 0.3], np.float32))
single_complex(0.1+0.2j)
single_complex_twice(0.1+0.2j, 0.3)
(single_of_members(np.array([0.1, 0.2, nan, 0.3], t)) for t in ("f4", "f8"))
single_sum(f8(2))
(met_signs(1, 2, n, 3) for n in (0, 1))
single_minus_object(0.1, 3)
single_minus_length(0.1, [1, 2, 3])
divided_in_place(9, 4, 4, 4, 4)
shifted_in_place(9, 4, 4, 4, 4)
