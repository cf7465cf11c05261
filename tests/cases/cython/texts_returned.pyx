"""Pointers that a function gives to Python: the object is made while the memory is there."""
from libc.stdlib cimport malloc, free
from libc.string cimport strcpy


def inside_local(int n):
    cdef char s[10]
    cdef int i
    for i in range(9):
        s[i] = 65 + i
    s[9] = 0
    return &s[n]


def whole_local(int n):
    cdef char s[10]
    strcpy(s, b"hello")
    return s


def freed_at_end(int n):
    cdef char* p = <char*>malloc(10)
    strcpy(p, b"hello")
    try:
        return p
    finally:
        free(p)


def of_local_bytes(int n):
    cdef bytes b = b"abc" * n
    cdef char* p = b
    return p


def behind_start(bytes b):
    cdef char* p = b
    return p + 1


def cast(int n):
    cdef unsigned char s[4]
    s[0] = 66; s[1] = 0
    return <char*>s


cpdef char* as_c(bytes b):
    return <char*>b + 1


def both_ways(bytes b):
    cdef bytes c = b + b"x"
    return [as_c(c), as_c(b)]


cdef struct T:
    char* name
    int n


def struct_with_text(int n):
    cdef char s[6]
    strcpy(s, b"hello")
    cdef T one
    one.name = s
    one.n = n
    return one


def two_texts(int n):
    cdef char s[6]
    cdef char* both[2]
    strcpy(s, b"hello")
    both[0] = s
    both[1] = s + n
    return both


def in_tuple(int n):
    cdef char s[6]
    strcpy(s, b"hello")
    return &s[n], n, &s[0]


def mixed(int n):
    cdef char s[6]
    strcpy(s, b"hello")
    if n == 0:
        return None
    elif n == 1:
        return s + n
    return n


def cast_of_bytes(bytes b):
    return <char*>b


def inferred(bytes b):
    p = <char*>b
    return p


def table_of_texts(int n):
    cdef char s[3][4]
    strcpy(s[0], b"abc")
    strcpy(s[1], b"d")
    strcpy(s[2], b"")
    return s, s[1]


# --- calls
inside_local(1)
whole_local(1)
freed_at_end(2)
of_local_bytes(3)
behind_start(b"xyz")
cast(1)
as_c(b"abc")
both_ways(b"abc")
struct_with_text(3)
two_texts(1)
in_tuple(2)
mixed(0)
mixed(1)
mixed(2)
cast_of_bytes(b"abc")
inferred(b"abc")
table_of_texts(2)
