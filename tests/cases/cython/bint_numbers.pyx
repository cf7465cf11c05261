"""A `bint` is an integer of C's that Python sees as a truth value: it keeps what it is given."""
import numpy as np
cimport numpy as cnp
cimport cython


def types(bint b, int n, short s, double x):
    return (cython.typeof(b & b), cython.typeof(b | n), cython.typeof(b + b), cython.typeof(-b), cython.typeof(~b),
            cython.typeof(not b), cython.typeof(b < n), cython.typeof(b ^ (n < 2)), cython.typeof(b if n else n),
            cython.typeof(b if n else b), cython.typeof(b and n), cython.typeof(b and b), cython.typeof(b or x),
            cython.typeof(b * b), cython.typeof(b * s), cython.typeof(b & s), cython.typeof(s & b),
            cython.typeof(b & n), cython.typeof(n & b))


def view_item(bint[:] v):
    return v[0], v[0] + 1, (<bint*>&v[0])[0]


def of_float(double x):
    cdef bint b = <bint>x
    return b, b + b


def of_integer(long long n):
    cdef bint b = n
    return b, b + b, b == True, b == 1, not b, b is True


def behind_pointer(int n):
    cdef bint b = 0
    cdef int *p = <int*>&b
    p[0] = n
    return b, b + 1, [b, b], (b,), {"b": b}, f"{b}", str(b), "%s" % b


cdef bint c_function(int n): return n


def of_call(int n):
    x = c_function(n)
    return x, x + 1


def argument(bint b):
    return b, b + b


cdef bint G = 7


def of_global():
    return G, G + G


cpdef bint public(int n):
    return n


def inferred(int n):
    b = n > 2
    c = b
    c = n
    return b, c


def augmented(bint b, int k):
    b += k
    return b, b + 0


def unary(bint b):
    return -b, +b, ~b, not b, abs(b)


def in_tuple(int n):
    cdef (bint, int) t = (n, n)
    return t


cdef struct S:
    bint b
    int n


def in_struct(int n):
    cdef S s
    s.b = n
    s.n = n
    return s, s.b, s.b + 1


def struct_of_dict(d):
    cdef S s = d
    return s.b + 0, s.b


def in_c_array(int n):
    cdef bint[3] a
    a[0] = n
    a[1] = n > 1
    a[2] = 0
    return a, [x for x in a], sum([a[i] for i in range(3)])


def condition(int n):
    cdef bint b = n & 4
    if b:
        return "yes"
    return "no"


def assigned(bint b, o):
    b = o
    return b


def loop_target(n):
    cdef bint b
    for b in range(n):
        pass
    return b


def compared(bint b, o):
    return b == o, b < o, o in (b, 5)


def least_and_most(bint a, bint b):
    return max(a, b), min(a, b), cython.typeof(max(a, b))


def and_or(bint a, n):
    return a or n, a and n, (a if n else n)


def as_index(bint a, list l, double[:] v):
    return l[a], v[a]


def numpy_bool(cnp.npy_bool b, cnp.ndarray[cnp.npy_bool] a):
    return b, a[0]


def operands_of_floats(double d, float e, int n):
    cdef bint both = d and e
    cdef bint either = n or d
    cdef int* p = &n
    cdef bint pointed = p and n
    either = not either or d
    return both, either, pointed, argument_of(d and e), (d and e)


cdef bint argument_of(bint b):
    return b and b


# --- calls
types(True, 2, 4, 5.0)
(view_item(np.array([5, 2]).astype(t)) for t in [np.int32, np.bool_, np.uint32, np.int64])
(of_float(x) for x in [0.5, 3.7, -1.0, 0.0, -0.0, nan, inf])
(of_integer(n) for n in [5, 0, -1, 1 << 32])
(behind_pointer(n) for n in [5, 0, 1])
(of_call(n) for n in [5, 0, 1])
(public(n) for n in [5, 0, 1])
(inferred(n) for n in [5, 0, 1])
(in_tuple(n) for n in [5, 0, 1])
(in_struct(n) for n in [5, 0, 1])
(in_c_array(n) for n in [5, 0, 1])
(condition(n) for n in [5, 0, 1])
(argument(o) for o in [5, [], "x", None, 0.5, np.bool_(True)])
(assigned(0, o) for o in [5, [], "x", None, 0.5, np.bool_(True)])
(and_or(o, 7) for o in [5, [], "x", None, 0.5])
of_global()
(augmented(True, k) for k in [1, 4])
(unary(b) for b in [True, False])
(struct_of_dict({"b": b, "n": 2}) for b in [5, True, [], None])
loop_target(5)
(compared(True, o) for o in [1, True, 5, 0])
least_and_most(1, 0)
as_index(1, [4, 5], np.arange(3.0))
numpy_bool(5, np.array([True, False]))
numpy_bool(5, np.array([3, 4], np.uint8))
(operands_of_floats(d, e, n) for d in (0.0, 0.5, float("nan")) for e in (0.0, 0.25) for n in (0, 2**30))
