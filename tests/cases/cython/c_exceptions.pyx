"""Exceptions through C functions: except clauses, noexcept, messages of unraisable errors, nogil."""


cdef int default_clause(int x):
    if x == 5:
        raise ValueError("five")
    return x


cdef int minus_one(int x) except -1:
    if x == 5:
        raise ValueError("five")
    return x


cdef int maybe_minus_one(int x) except? -1:
    if x == 5:
        raise ValueError("five")
    return x


cdef int star(int x) except *:
    if x == 5:
        raise ValueError("five")
    return x


cdef void nothing(int x) except *:
    if x == 5:
        raise KeyError("five")


cdef void nothing_default(int x):
    if x == 5:
        raise KeyError("five")


cdef double real(double x) except? -1.0:
    if x == 5:
        raise ValueError("five")
    return x


cdef unsigned char small(int x) except 255:
    if x == 5:
        raise ValueError("five")
    return x


cdef int ignored(int x) noexcept:
    if x == 5:
        raise ValueError("five")
    return x


cdef double ignored_double(int x) noexcept:
    if x == 5:
        raise ValueError("five")
    return 2.5


cdef void ignored_void(int x) noexcept:
    if x == 5:
        raise ValueError("five")


cdef int in_nogil(int x) except -1 nogil:
    if x == 5:
        raise ValueError("five")
    return x


cdef int zero_division(int a, int b) except? -1 nogil:
    return a // b


cdef int ignored_division(int a, int b) noexcept nogil:
    return a // b


def call_default(int x):
    return default_clause(x)


def call_minus_one(int x):
    return minus_one(x)


def call_maybe(int x):
    return maybe_minus_one(x)


def call_star(int x):
    return star(x)


def call_nothing(int x):
    nothing(x)
    nothing_default(x + 1)
    return "done"


def call_real(double x):
    return real(x)


def call_small(int x):
    return small(x)


def call_ignored(int x):
    return ignored(x)


def call_ignored_double(int x):
    return ignored_double(x)


def call_ignored_void(int x):
    ignored_void(x)
    return "done"


def call_in_nogil(int x):
    cdef int y
    with nogil:
        y = in_nogil(x)
    return y


def call_zero_division(int a, int b):
    return zero_division(a, b)


def call_ignored_division(int a, int b):
    return ignored_division(a, b)


def caught(int x):
    try:
        return minus_one(x)
    except ValueError as error:
        return str(error)


def finally_runs(int x):
    cdef int seen = 0
    try:
        seen = star(x)
    except KeyError:
        seen = 100
    finally:
        seen += 1
        print("finally", seen)
    return seen


def caught_in_loop(int n):
    cdef int i, total = 0
    for i in range(n):
        try:
            total += default_clause(i)
        except ValueError:
            total += 1000
    return total


def reraised(int x):
    try:
        minus_one(x)
    except ValueError:
        raise RuntimeError("again") from None


def chained(int x):
    try:
        minus_one(x)
    except ValueError as error:
        raise RuntimeError("again") from error


def own_raise(int x):
    if x < 0:
        raise IndexError("negative: %d" % x)
    if x == 0:
        raise IndexError
    assert x < 10, "too large"
    assert x != 9
    return x

# --- calls
(call_default(x) for x in (1, -1, 5))
(call_minus_one(x) for x in (1, 5))
(call_maybe(x) for x in (1, -1, 5))
(call_star(x) for x in (1, -1, 5))
(call_nothing(x) for x in (1, 4, 5))
(call_real(x) for x in (1, -1, 5))
(call_small(x) for x in (1, 5))
(call_ignored(x) for x in (1, 5))
(call_ignored_double(x) for x in (1, 5))
(call_ignored_void(x) for x in (1, 5))
(call_in_nogil(x) for x in (1, 5))
(call_zero_division(a, b) for a in (7, -7) for b in (2, 0))
(call_ignored_division(a, b) for a in (7, -7) for b in (2, 0))
(caught(x) for x in (1, 5))
(finally_runs(x) for x in (1, 5))
(caught_in_loop(n) for n in (0, 5, 8))
(reraised(x) for x in (1, 5))
(chained(x) for x in (1, 5))
(own_raise(x) for x in (-3, 0, 5, 9, 12))
