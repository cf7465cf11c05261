# with: geometry_decls.pxd
"""A .pxd beside the module, and a cimport from another one: types, constants, inline bodies."""
from geometry_decls cimport SIZE, Vec, cross, norm_sq, real, turned, twice_size
cimport geometry_decls as geo


cdef int counter = 0


cpdef double area(double x, double y):
    counter_up()
    return x * y


cdef int counter_up() except -1:
    global counter
    counter += 1
    return counter


cdef real doubled(real x) noexcept nogil:
    return x * 2


def call_cross(double a, double b, double c, double d):
    cdef Vec u, v
    u.x = a
    u.y = b
    v.x = c
    v.y = d
    return cross(u, v), norm_sq(u), geo.norm_sq(v)


def constants():
    return SIZE, geo.SIZE, twice_size()


def call_area(double x):
    return area(x, x), area(x, 2), counter_up()


def call_doubled(double x):
    return doubled(x)

cdef double scale = 2.5


def scaled(double x):
    global announced
    announced += 1
    return x * scale, announced


def call_turned(double x):
    return turned(x), turned(x, 2), geo.turned(x, 2, 1)


# --- calls
call_cross(1, 2, 3, 5)
constants()
call_area(3)
call_doubled(2.5)
area(2, 3)
hasattr(module, "counter_up")
scaled(2), scaled(3)
call_turned(1.5)
