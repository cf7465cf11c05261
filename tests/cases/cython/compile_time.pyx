"""DEF and IF: constants and conditions of the compiler."""

DEF SIZE = 4
DEF HALF = SIZE // 2
DEF NAME = "kernel"
DEF DEBUG = False
DEF SCALE = 1.5
DEF MASK = (1 << SIZE) - 1

IF DEBUG:
    PREFIX = "debug"
ELIF SIZE > 3:
    PREFIX = "large"
ELSE:
    PREFIX = "small"


def constants():
    return SIZE, HALF, NAME, DEBUG, SCALE, MASK


def loop(double[:] a):
    cdef Py_ssize_t i
    cdef double s = 0
    for i in range(SIZE):
        s += a[i] * SCALE
    return s


def chosen(int x):
    IF SIZE == 4 and not DEBUG:
        cdef int y = x * SIZE
        return y
    ELSE:
        return -1


def prefix():
    return PREFIX


def in_expression(int x):
    return x & MASK, x * SIZE + HALF, x / SIZE


IF UNAME_SYSNAME == "NoSuchSystem":
    def system():
        return "odd"
ELSE:
    def system():
        return "usual"


def nested(int x):
    IF SIZE > 1:
        IF HALF > 1:
            return x + HALF
        ELSE:
            return x
    return None


DEF DEBUG_OFF = 0


def never_taken(int n):
    if False:
        n = nothing_of_this_name.part + "a"
    if DEBUG_OFF and n > 3:
        n.append("abc")
    elif not 1:
        return n % "a"
    else:
        n += 1
    if None:
        n = "x"
    if True:
        return n


def never_yields(n):
    if 0:
        yield n
    return


def of_generator(n):
    return list(never_yields(n))



# --- calls
constants()
loop(f8(6))
chosen(3)
prefix()
(in_expression(x) for x in (0, 21, -3))
system()
nested(5)
hasattr(module, "SIZE")
loop(f8(0))
never_taken(3)
never_taken(-1)
of_generator(3)
