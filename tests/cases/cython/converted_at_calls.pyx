"""What is given to C functions that take views and structs."""


cdef bint is_y_in(const unsigned char[:] string_view):
    cdef int i
    for i in range(string_view.shape[0]):
        if string_view[i] == b'y':
            return True
    return False


def f():
    return is_y_in(b"hello")


def g(bytes b):
    return is_y_in(b)


def h(b):
    return is_y_in(b)


def k(n):
    cdef const unsigned char[:] v = b"abc"
    return v[0], is_y_in(v)


cdef struct P:
    int x
    double y


cdef double of_struct(P p):
    return p.x * p.y


def st(int a):
    return of_struct({'x': a, 'y': 2.5})


def st2(int a):
    return of_struct((a, 2.5))


def st3(int a):
    return of_struct([a, 2.5])


def st4(int a):
    v = (a, 2.5)
    return of_struct(v)


def st5(int a):
    return of_struct(p=[a])


def vl(int a):
    v = [a, 2]
    return is_y_in(v)


def vr(int a):
    return is_y_in(range(3))


def vt(int a):
    return is_y_in((1, 2))


def loc(int a):
    cdef const unsigned char[:] v = b"abc"
    v = b"cde"
    w = b"xyz"
    v = w
    return v[0]


def loc2(int a):
    cdef int[:] v = range(3)
    return v[0]


def loc3(int a):
    cdef int[:] v
    w = [1, 2, 3]
    v = w
    return v[0]


def loc4(int a):
    cdef int[:] v
    w = (1, 2, 3)
    v = w
    return v[0]


r = is_y_in(b'hello Cython')
r2 = is_y_in(bytearray(b'hello'))


# --- calls
f()
g(b"yes")
h(b"yes")
h(bytearray(b"yes"))
h("yes")
k(1)
(r, r2)
st(1)
st2(1)
st3(1)
st4(1)
vl(1)
vr(1)
vt(1)
loc(1)
loc2(1)
loc3(1)
loc4(1)
st5(3)
