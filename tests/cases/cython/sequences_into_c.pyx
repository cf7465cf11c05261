"""Tuples, lists, texts, arrays and the like where C's types are declared, which take them as objects; structs that are returned as
lists; variables of comprehensions that bear the name of a variable of C's."""

cimport numpy as cnp


cdef struct P:
    int x
    double y


cdef short pair_result(int a, int b):
    return a, b


cpdef double list_result(int a, double b):
    return a, b


def call_pair_result(int a, int b):
    return pair_result(a, b)


def tuple_into_int(int a):
    cdef int x = (a, a)
    return x


def tuple_into_truth(int a):
    cdef bint x = (a, a)
    return x


def tuple_into_complex(int a):
    v = (a, 2.5)
    cdef double complex x = v
    return x


def text_into_double(int a):
    v = str(a)
    cdef double x = v
    return x


def tuple_into_struct(int a):
    v = (a, 2.5)
    cdef P x = v
    return x


def list_into_view(int a):
    v = [a, 1.5]
    cdef double[:] x = v
    return x[0]


def range_into_view(int a):
    v = range(a)
    cdef double[:] x = v
    return x[0]


def bytes_into_tuple():
    cdef (int, double) x = b"ab"
    return x


def short_into_tuple():
    v = b"abc"
    cdef (int, double) x = v
    return x


def bytes_into_array():
    v = b"ab"
    cdef int[2] x = v
    return x


def range_into_tuple(int a):
    cdef (int, double) x = range(a)
    return x


def tuple_into_text(int a):
    v = (a, a)
    cdef str x = v
    return x


def text_into_list():
    v = "ab"
    cdef list x = v
    return x


def tuple_for_list(int a):
    cdef list x
    x = (a, a)
    return x


cdef dict dict_result(int a):
    v = "ab"
    return v


def call_dict_result(int a):
    return dict_result(a)


cdef P made(int a):
    return [a, 1]


cdef P made_empty(int a):
    return []


cdef double first(P p):
    return p.x + p.y


def returned(int a):
    return made(a), made_empty(a)



def given(int a):
    return first({'x': a, 'y': 2})


def inner_double(int n):
    cdef double i
    return [i for i in range(n)]


def inner_char(int n):
    cdef unsigned char i = 7
    s = [i / 2 for i in range(n)]
    return s, i


def inner_set(list a):
    cdef int i
    return {i for i in a}, {i: 1 for i in a}, sum([i for i in a])

def inner_gen(list a):
    cdef int i
    return sum(i for i in a)


def buffer_cast(cnp.ndarray[double, ndim=1] a):
    return <int>a, <double>a


def array_into_number(cnp.ndarray a):
    cdef double x = a
    return x


def buffer_into_number(cnp.ndarray[double, ndim=1] a):
    cdef double x = a
    return x


def int_into_view(double[:] a, int n):
    for a in range(n):
        pass
    return a is None


def object_into_view(double[:] a, b):
    for a in b:
        pass
    return a[0]

# --- calls
call_pair_result(1, 2)
list_result(1, 2)
tuple_into_int(1)
tuple_into_truth(0)
tuple_into_complex(1)
text_into_double(1)
tuple_into_struct(1)
list_into_view(1)
range_into_view(1)
bytes_into_tuple()
short_into_tuple()
bytes_into_array()
(range_into_tuple(a) for a in (1, 2))
tuple_into_text(1)
text_into_list()
tuple_for_list(1)
call_dict_result(1)
returned(3)
given(3)
inner_double(3)
inner_char(4)
inner_set([1, 2])
inner_set([1, 2**40])
inner_gen([1, 2.5])
buffer_cast(f8(1))
buffer_cast(f8(2))
buffer_cast(None)
array_into_number(f8(2))
buffer_into_number(f8(2))
buffer_into_number(f8(1))
int_into_view(f8(2), 2)
int_into_view(f8(2), 0)
object_into_view(f8(2), [f8(1)])
object_into_view(f8(2), [2])
