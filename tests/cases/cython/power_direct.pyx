"""`**` that goes straight into a number of C's."""


cdef double raised_to(double a, double b):
    return a ** b


def returned(double a, double b):
    return raised_to(a, b)


cdef double same(double x):
    return x


def argument(double a, double b):
    return same(a ** b)


cdef int integer_power(int a, int b):
    return a ** b


def returned_integer(int a, int b):
    return integer_power(a, b)


cdef struct S:
    double x


def stored(double a, double b, double[:] v):
    cdef S s
    s.x = a ** b
    v[0] = a ** b
    return s.x, v[0]


def into_float(double a, double b):
    cdef float f = a ** b
    return f


def integers_into_double(int a, int b):
    cdef double f = a ** b
    return f


def stored_integers(int a, int b, int[:] v):
    cdef long k
    k = a ** b
    v[0] = a ** b
    return k, v[0]


cdef int same_integer(int x):
    return x


def argument_integer(int a, int b):
    return same_integer(a ** b)


def in_place(double a, double b):
    cdef double r = a
    r **= b
    return r


def cast(int a, int b):
    return <double>(a ** b), <int>(a ** b)

# --- calls
returned(-8.0, 1/3)
argument(-8.0, 1/3)
returned_integer(-3, 3)
returned_integer(2, -1)
stored(-8.0, 1/3, f8(3))
into_float(-8.0, 1/3)
integers_into_double(2, -1)
integers_into_double(2, 3)
integers_into_double(-3, 3)
stored_integers(-3, 3, np.zeros(3, np.intc))
argument_integer(-3, 3)
argument_integer(2, -1)
in_place(-8.0, 1/3)
cast(2, -2)
cast(-3, 3)
