# cython: legacy_implicit_noexcept=True


cdef int f(int x):
    if x > 3:
        raise ValueError(x)
    return x


cdef double g(double x) except? -1:
    if x > 3:
        raise ValueError(x)
    return x


cdef object h(x):
    if x > 3:
        raise ValueError(x)
    return x


cdef k(x):
    return h(x)


cdef void v(int x):
    if x > 3:
        raise ValueError(x)


cdef void w(int x) except *:
    if x > 3:
        raise ValueError(x)


cpdef long c(long x):
    if x > 3:
        raise ValueError(x)
    return x


ctypedef int (*fp)(int)


cdef int apply(fp one, int x):
    return one(x)


def run(int x):
    cdef fp p = f
    return p(x)


def run_f(int x):
    return f(x)


def run_apply(int x):
    return apply(f, x)


def run_g(x): return g(x)


def run_k(x): return k(x)


def run_v(x):
    v(x)
    return 1


def run_w(x):
    w(x)
    return 1


def run_c(x): return c(x)


# --- calls
run(2)
run(5)
run_g(5)
run_k(5)
run_v(5)
run_w(5)
run_c(5)
run_f(5)
run_apply(5)
c(5)
c(2)
