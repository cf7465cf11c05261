# cython: language_level=3
"""Variables of C's at module level, and the statements there that need C."""
import numpy as np
cimport numpy as cnp
from libc.math cimport sqrt

cnp.import_array()

cdef struct Point:
    double x
    int y

cdef double scale = 1.5
cdef int table[256]
cdef Point origin
cdef double* buffer
cdef object cache = {}
cdef double[:, ::1] grid = np.zeros((2, 3))
cdef double[:] late
cdef int i
cdef:
    int count = 4
    bint flag
    unsigned char small = 250
    object nothing
cdef double root = sqrt(count) + scale
cdef list names = ["a", "b"]
cdef int first = 1, second = first + 1, third = second * 2

for i in range(256):
    table[i] = i * i % 251
origin.x = 2.5
origin.y = table[10]


cdef int add_to_count(int n):
    global count
    count += n
    return count


visible = add_to_count(3)
later = visible * 2
total = 0
for k in range(5):
    total += table[k]

cdef double triple(double v):
    return v * 3

tripled = triple(later)
if tripled > 3:
    kind = "large"
    flag = True
else:
    kind = "small"

try:
    table[count] = 1 // (count - 7)
except ZeroDivisionError as error:
    message = str(error)


def read():
    return scale, table[3], origin.x, origin.y, count, flag, small, root, first, second, third


def set_scale(double value):
    global scale
    scale = value
    return scale


def shadowed():
    scale = 7
    return scale, triple(scale)


def current_scale():
    return scale


def counted(int n):
    return add_to_count(n), count


def in_place():
    global small, scale
    small += 10
    scale *= 2
    scale -= 0.25
    return small, scale


def addresses():
    cdef double* p = &scale
    cdef int* q = &table[4]
    cdef Point* o = &origin
    p[0] = 9.0
    q[0] = -5
    q[1] += 100
    o.y += 1
    return scale, table[4], table[5], origin.y


def moved():
    global buffer, origin
    cdef Point other
    buffer = &scale
    other = origin
    other.x = -1
    origin = other
    return buffer[0], origin.x, buffer is NULL


def cached(key):
    if key not in cache:
        cache[key] = len(cache)
    return cache[key], dict(cache)


def swapped():
    global nothing
    before = nothing
    nothing = [1, 2]
    return before, nothing


def grown():
    names.append("c")
    return names


def grid_items(double value):
    grid[1, 2] = value
    grid[0, 0] += 1
    return grid[1, 2], grid[0, 0], grid.shape[0], grid.shape[1]


def grid_sum():
    cdef double result = 0
    cdef Py_ssize_t a, b
    for a in range(grid.shape[0]):
        for b in range(grid.shape[1]):
            result += grid[a, b]
    return result


def set_grid(double[:, ::1] other):
    global grid
    grid = other
    grid[0, 0] = -1
    return grid[0, 0]


def unset():
    return late[0]


def set_late(double[:] other):
    global late
    late = other
    return late[0]


def outside(int at):
    return late[at]


def from_module():
    return visible, later, total, k, tripled, kind, message


cdef object hook = None


def exchanged(f):
    global hook
    old, hook = hook, f
    return old, hook(3) if hook is not None else None


def set_and_called(f):
    global hook
    hook = f
    return hook(3)


def called_if_set():
    if hook is not None:
        return hook(4)


cdef object call_hook(x):
    return hook(x)


def called_within(x):
    return call_hook(x)


# --- calls
read()
from_module()
shadowed()
set_scale(0.5)
current_scale()
set_scale("x")
counted(2)
counted(-1)
in_place()
addresses()
moved()
cached("a")
cached("b")
cached("a")
swapped()
swapped()
grown()
grid_items(4.5)
grid_sum()
set_grid(np.ones((2, 2)))
grid_sum()
set_grid(np.ones(2))
unset()
set_late(np.arange(3.0))
outside(1)
outside(3)
unset()
exchanged(lambda x: x + 1)
set_and_called(lambda x: x + 2)
called_if_set()
called_within(9)
exchanged(None)
called_if_set()
called_within(9)
