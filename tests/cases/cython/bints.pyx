"""bint: truth values in and out, comparisons, and what it is as a number."""


def identity(bint x):
    return x


def negate(bint x):
    return not x


def both(bint a, bint b):
    return a and b, a or b, a == b, a != b


def as_number(bint a, bint b):
    cdef int n = a
    return n, a + b, a * 5, a - b


def compare(int a, int b):
    cdef bint less = a < b
    return less


def default_true(bint flag=True):
    return "yes" if flag else "no"


def default_int(bint flag=1):
    return flag


def counter(long[:] a, long limit):
    cdef Py_ssize_t i
    cdef int n = 0
    cdef bint seen = False
    for i in range(a.shape[0]):
        n += a[i] > limit
        seen = seen or a[i] == limit
    return n, seen


def until(int n):
    cdef bint going = True
    cdef int i = 0
    while going:
        i += 1
        going = i < n
    return i


cdef bint is_prime(int n) noexcept nogil:
    cdef int d = 2
    if n < 2:
        return False
    while d * d <= n:
        if n % d == 0:
            return False
        d += 1
    return True


def primes(int n):
    return [i for i in range(n) if is_prime(i)]


cpdef bint inside(double x, double lo, double hi):
    return lo <= x <= hi


def from_object(x):
    cdef bint b = x
    return b


def pick(bint which, a, b):
    return a if which else b


def bitwise(bint a, bint b):
    return a & b, a | b, a ^ b


def bool_of(int x, double y, s):
    return bool(x), bool(y), bool(s)


def index_by(bint flag):
    return ("no", "yes")[flag]

# --- calls
(identity(x) for x in (True, False))
(identity(x) for x in (0, 1, 7, "", "a", None, 0.0, 2.5))
(negate(x) for x in (True, False))
(both(a, b) for a in (True, False) for b in (True, False))
(as_number(a, b) for a in (True, False) for b in (True, False))
(compare(a, b) for a in (1, 2) for b in (1, 2))
default_true()
default_true(False)
default_int()
counter(i8(6), 3)
counter(i8(0), 3)
(until(n) for n in (0, 1, 5))
primes(30)
(inside(x, 0, 1) for x in (0.0, 0.5, 1.5, nan))
(from_object(x) for x in (0, 3, "", [0], None))
(pick(w, 1, "b") for w in (True, False))
(bitwise(a, b) for a in (True, False) for b in (True, False))
(bool_of(x, y, s) for x in (0, 2) for y in (0.0, nan) for s in ("", "x"))
(index_by(f) for f in (True, False))
