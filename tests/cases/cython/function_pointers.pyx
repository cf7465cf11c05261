"""Function pointers: typedefs, arguments, struct members, tables, with user data."""

ctypedef double (*unary)(double) noexcept nogil
ctypedef double (*raising)(double) except? -1
ctypedef void (*update)(double*, void*) noexcept nogil


cdef struct Method:
    unary f
    unary df
    int order


cdef double square(double x) noexcept nogil:
    return x * x


cdef double twice(double x) noexcept nogil:
    return x + x


cdef double checked(double x) except? -1:
    if x < 0:
        raise ValueError("negative")
    return x


cdef double integrate(unary f, double a, double b, int n) noexcept nogil:
    cdef double h = (b - a) / n, s = 0
    cdef int i
    for i in range(n):
        s += f(a + (i + 0.5) * h)
    return s * h


cdef unary choose(int which) noexcept nogil:
    if which == 0:
        return square
    elif which == 1:
        return twice
    return NULL


cdef void add(double* x, void* by) noexcept nogil:
    x[0] += (<double*>by)[0]


cdef void each(double[:] a, update f, void* data) noexcept nogil:
    cdef Py_ssize_t i
    for i in range(a.shape[0]):
        f(&a[i], data)


def call_integrate(int which, int n):
    cdef unary f = choose(which)
    if f is NULL:
        return None
    return integrate(f, 0, 1, n)


def call_raising(double x):
    cdef raising f = checked
    return f(x)


def table(int i, double x):
    cdef unary[3] functions = [square, twice, NULL]
    return functions[i](x)


def member(double x):
    cdef Method m
    m.f = square
    m.df = twice
    m.order = 2
    return m.f(x), m.df(x), m.order


def call_each(double[:] a, double by):
    each(a, add, &by)


def compare(int which):
    return choose(which) == square, choose(which) == NULL


ctypedef int maker_t()
ctypedef double unary_t(double) noexcept nogil
ctypedef double (*unary_p)(double) noexcept nogil


cdef int four():
    return 4


cdef double doubled(double x) noexcept nogil:
    return 2 * x


cdef maker_t* get_maker():
    return &four


cdef unary_t* pick():
    return doubled


cdef double summed(unary_t* f, unary_p g, unary_p* table, double x):
    return f(x) + g(x) + table[0](x)


cdef struct Holder:
    unary_t* f
    unary_p[2] g


def of_function_types():
    """A pointer to the type of a function is what `&function` is."""
    made = get_maker()
    cdef maker_t* other = &four
    cdef unary_p[1] table
    cdef Holder held
    table[0] = doubled
    held.f = doubled
    held.g[1] = &doubled
    return (made == &four, made(), other(), other is made, summed(doubled, &doubled, table, 3), pick()(4), held.f(1), held.g[1](2),
            pick() == doubled, other != NULL, not other)


ctypedef double (*with_user)(double, void*) except? -999 nogil


cdef double asked(double x, void* user) except? -999 with gil:
    return (<object>user)(x)


cdef double applied(with_user f, double x, void* user) except? -999 nogil:
    return f(x, user) + 1


def through_lock(f, double x):
    cdef double r
    with nogil:
        r = applied(asked, x, <void*>f)
    return r


cdef struct Held:
    int sum(int a, int b)
    double (*other)(double) noexcept nogil
    int n
    int negated(int a) except? -1


cdef int add_two(int a, int b):
    return a + b


cdef int negated(int a) except? -1:
    if a == 5: raise ValueError("five")
    return -a

cdef Held held_pair = Held(add_two)
held_pair.negated = negated


cdef int apply_both(int f(int, int), int x):
    return f(x, x)


cdef int apply_one(int f(int a) except? -1, int x) except? -1:
    return f(x)


def held_functions(int a, int b):
    cdef Held c
    c.sum = add_two
    return c.sum(a, b), held_pair.sum(a, b), apply_both(add_two, a), held_pair.negated(a), apply_one(negated, b)


of_held = held_pair.sum(1, 2)


cdef double same_number(double x) noexcept:
    return x


def function_as_number(double x):
    _v = (<long long>same_number) / 2
    return _v > 0, <long>same_number == <long>&same_number

# --- calls
(call_integrate(w, n) for w in (0, 1, 2) for n in (1, 10))
(call_raising(x) for x in (1, -1, -2))
(table(i, 1.5) for i in (0, 1))
member(3)
call_each(f8(3), 10)
(compare(w) for w in (0, 1, 2))
of_function_types()
through_lock(abs, -2)
through_lock(lambda x: 1 / x, 0)
held_functions(1, 2)
held_functions(5, 2)
held_functions(2, 5)
of_held
function_as_number(3)
