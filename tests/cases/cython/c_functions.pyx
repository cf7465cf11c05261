"""cdef, cpdef and def: calls among them, defaults, results, recursion, inline."""


cdef int square(int x):
    return x * x


cdef inline double scale(double x, double by=2.0):
    return x * by


cdef object untyped(x):
    return [x]


cdef no_type(x, y):
    return x + y


cdef void fill(double[:] a, double v):
    cdef Py_ssize_t i
    for i in range(a.shape[0]):
        a[i] = v


cpdef long twice(long x):
    return x + x


cpdef double with_default(double x, int n=3):
    return x * n


cdef int falls_off(int x):
    if x > 0:
        return x


cdef double falls_off_double(int x):
    if x > 0:
        return x


cdef falls_off_object(int x):
    if x > 0:
        return x


cdef unsigned long long factorial(unsigned int n):
    return 1 if n < 2 else n * factorial(n - 1)


cdef bint is_even(int n):
    return n == 0 or is_odd(n - 1)


cdef bint is_odd(int n):
    return n != 0 and is_even(n - 1)


cdef long ackermann(long m, long n) noexcept nogil:
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


cdef int narrow(unsigned char x):
    return x


def call_square(int x):
    return square(x)


def call_square_object(x):
    return square(x)


def call_scale(double x):
    return scale(x), scale(x, 3), scale(x, by=0.5)


def call_untyped(x):
    return untyped(x), no_type(x, x)


def call_fill(double[:] a, double v):
    fill(a, v)


def call_falls_off(int x):
    return falls_off(x), falls_off_double(x), falls_off_object(x)


def call_factorial(unsigned int n):
    return factorial(n)


def call_even(int n):
    return is_even(n), is_odd(n)


def call_ackermann(long m, long n):
    return ackermann(m, n)


def call_narrow(int x):
    return narrow(x)


def call_twice(long x):
    return twice(twice(x))


def returns_nothing(int x):
    x += 1


def returns_none(int x):
    return None


def args_changed(int x, double y):
    x = x + 1
    y = y * 2
    return x, y


cdef int counter = 0


cdef int bump(int by):
    global counter
    counter += by
    return counter


def order_of_arguments():
    global counter
    counter = 0
    return add3(bump(1), bump(10), bump(100))


cdef tuple add3(int a, int b, int c):
    return (a, b, c)

# --- calls
(call_square(x) for x in (0, 3, -4, 46341))
(call_square_object(x) for x in (3, 2**31, "a"))
(call_scale(x) for x in (0.0, 1.5))
(call_untyped(x) for x in (1, "a", [2]))
call_fill(f8(3), 7)
call_fill(every2(f8(3)), 7)
(call_falls_off(x) for x in (0, 5))
(call_factorial(n) for n in (0, 1, 20, 21, 25))
(call_even(n) for n in (0, 1, 10, 11))
call_ackermann(2, 3)
(call_narrow(x) for x in (3, 256, -1))
(twice(x) for x in (2, 2**62, 2**63))
twice("a")
twice()
(call_twice(x) for x in (1, 2**62))
(with_default(x) for x in (1.5, 2))
with_default(1.5, 4)
with_default(1.5, n=5)
with_default(n=5, x=1)
with_default("a")
returns_nothing(1)
returns_none(1)
args_changed(1, 2.5)
order_of_arguments()
hasattr(module, "square")
hasattr(module, "twice")
hasattr(module, "counter")
call_square.__name__
