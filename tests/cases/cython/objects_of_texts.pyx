"""Characters and lengths of objects that the interpreter wants; objects that are assigned where the lock was taken back."""
import numpy as np

from cython.parallel cimport prange


def characters(str text, object index):
    """The same characters as objects, as C's, and in a list."""
    cdef list out = []
    cdef Py_ssize_t i
    cdef Py_UCS4 point = text[0]
    for i in range(len(text)):
        out.append(text[i])
    out.append(text[index])
    out.append(point)
    return out


def kept_or_dash(str text, list places):
    cdef list out = []
    cdef Py_ssize_t i
    for i in places:
        out.append(text[i] if i >= 0 else "-")
    return "".join(out)


def looked_up(str text, str alphabet, dict names):
    cdef Py_ssize_t i
    cdef list out = []
    for i in range(len(text)):
        out.append((alphabet.find(text[i]), names.get(text[i]), text[i] in names, text[i] + text[i]))
    return out


def past_the_end(str text, Py_ssize_t i):
    return [text[i]]


class Sized:
    def __init__(self, size):
        self.size = size

    def __len__(self):
        return self.size


def lengths(list values):
    cdef Py_ssize_t total = 0
    for value in values:
        total += len(value)
    return total


def length_of(value):
    cdef Py_ssize_t n = len(value)
    return n


def sized(size):
    return length_of(Sized(size))


def assigned_with_gil(int n):
    cdef object last = "none"
    cdef list seen = []
    cdef double total = 0
    cdef int i
    with nogil:
        for i in range(n):
            total += i
            with gil:
                last = "at %d" % i
                seen.append(last)
    return last, seen, total


def raised_with_gil(int n):
    cdef object last = ["first"]
    cdef int i
    try:
        with nogil:
            for i in range(n):
                if i == 2:
                    with gil:
                        last = [i, last]
                        raise ValueError(last)
    except ValueError as error:
        return last, error.args
    return last


def is_none_without_gil(value):
    cdef int found = 0
    with nogil:
        if value is None:
            found = 1
    return found


cdef int none_or(object value, int other) noexcept nogil:
    return -1 if value is None else other


cdef int through(list value, int other) nogil:
    return none_or(value, other) + 2 * none_or(value, -other)


def handed_on(value, int n):
    """Objects go to functions without the lock: nothing is counted there."""
    cdef int i, total = 0
    with nogil:
        for i in range(n):
            total += none_or(value, i)
    return total


def handed_on_in_parallel(value, int n):
    cdef int i, total = 0
    for i in prange(n, nogil=True, num_threads=2):
        total += none_or(value, i)
    return total


def handed_through(list value, int n):
    cdef int i, total = 0
    for i in range(n):
        total += through(value, i)
    return total


cdef object swapped(object a, object b):
    a, b = b, a
    return a, b


cdef counted(object value, int depth):
    if depth == 0:
        return [value]
    return counted(value, depth - 1) + [depth]


def by_reference(value):
    """What a function is handed and what it makes of it."""
    cdef object kept = value
    result = swapped(value, kept), counted(value, 3), swapped([value], (kept,))
    return result, kept is value


# --- calls
characters("añ😀", 1)
characters("abc", -1)
characters("abc", 3)
characters("", 0)
characters("abc", "x")
kept_or_dash("ACGT", [0, -1, 3, 2, -1])
kept_or_dash("ACGT", [4])
kept_or_dash(None, [-1])
looked_up("azé", "xyzé", {"a": 1})
looked_up("", "", {})
past_the_end("abc", 2)
past_the_end("abc", 3)
past_the_end("abc", -4)
lengths([[], (1, 2), "abc", {1: 2}, np.zeros((4, 2)), range(5), b"x"])
lengths([1])
lengths([None])
lengths([np.float64(1)])
length_of(3.5)
sized(7)
sized(0)
sized(-1)
sized("x")
sized(2**63)
assigned_with_gil(3)
assigned_with_gil(0)
raised_with_gil(4)
raised_with_gil(1)
(is_none_without_gil(v) for v in (None, 1, []))
(handed_on(v, 4) for v in (None, [], "a"))
(handed_on_in_parallel(v, 1000) for v in (None, "a"))
(handed_through(v, 5) for v in ([1], []))
handed_through(None, 5)
by_reference(None)
by_reference("text")
