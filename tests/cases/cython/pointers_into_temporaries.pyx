"""Pointers into objects that have no name: these live as long as the pointers are used."""
from libc.string cimport strlen
from libc.stdlib cimport atof, strtol
from cpython.bytes cimport PyBytes_AsString, PyBytes_AS_STRING
from cpython.ref cimport PyObject
from cpython.unicode cimport PyUnicode_AsUTF8AndSize
from libc.stdio cimport snprintf
cimport cpython.array
import array


def of_sum(bytes a):
    return strlen(PyBytes_AsString(a + b"xyz"))


def number(str a):
    return atof((a + "5").encode("ascii"))


def total(list parts):
    cdef double total = 0
    for part in parts:
        total += atof(part.strip().encode())
    return total


def memory(a):
    cdef cpython.array.array t
    return (<cpython.array.array>(a + a)).data.as_ints[1]


def item(a):
    return PyBytes_AS_STRING(a + b"")[1]


def parsed(a):
    return strtol(a + b"12", NULL, 10)


cdef char* tail(char* s):
    return s + 1


def tails(a):
    return strlen(tail(a + b"12")), tail(a + b"123")[0]


def conditions(a):
    if strlen(a + b"12") > 3:
        return "long"
    while strlen(a + b"xx") < 5:
        a = a + b"a"
    return a


def utf8(a):
    cdef Py_ssize_t size = 0
    cdef const char* text = PyUnicode_AsUTF8AndSize(a, &size)
    return text[:size], size


def formatted(a, n):
    cdef char buffer[64]
    out = []
    for i in range(n):
        snprintf(buffer, 64, b"%s-%s", PyBytes_AsString(a if n > 2 else b"one" + a), PyBytes_AsString(a + b"!"))
        out.append(<bytes>buffer)
    return out


def failing(a):
    try:
        return strlen(a + b"x"), strlen(a + 1)
    except TypeError as e:
        return str(e)


def chosen(a, c):
    return (strlen(a + b"xyz") if c > 1 else strlen(a + b"0123"))


# --- calls
of_sum(b"a")
number("1.2")
total([" 1.5", "2.5 "])
total([" 1.5", "2.5 ", 3])
memory(array.array("i", [1, 2]))
item(b"abc")
parsed(b"3")
tails(b"abc")
conditions(b"abcde")
conditions(b"a")
utf8("h\u00e9llo")
utf8(3)
formatted(b"abc", 3)
formatted(b"abc", 1)
failing(b"abc")
chosen(b"a", 0)
chosen(b"a", 1)
chosen(b"a", 2)
