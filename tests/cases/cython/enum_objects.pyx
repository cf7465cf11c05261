"""Values of a `cpdef enum` are items of its class where Python gets them."""
import numpy as np


cpdef enum Mode:
    NEAREST = 0
    REFLECT = 1
    WRAP = 7


cpdef enum Bits:
    READ = 1
    WRITE = 2
    BOTH = READ | WRITE


cdef enum Hidden:
    SECRET = 3


ctypedef Mode mode_t

cdef Mode last = REFLECT


def argument(Mode m):
    return m, type(m).__name__


def defaulted(Mode m=Mode.WRAP):
    return m


def local(int n):
    cdef Mode m = <Mode>n
    return m, repr(m), f"{m}", m + 1, -m, m == n


def items():
    return NEAREST, WRAP, [REFLECT], {"mode": WRAP}, Mode.REFLECT


cpdef Mode returned(int n):
    return <Mode>n


cdef Mode chosen(bint wraps):
    return WRAP if wraps else NEAREST


def from_c(bint wraps):
    return chosen(wraps)


def kept(bint wraps):
    m = chosen(wraps)
    return m


def of_global():
    return last


def set_global(Mode m):
    global last
    last = m
    return last


def by_typedef(mode_t m):
    return m


def formatted(Mode m):
    return f"{m}", f"{m!r}", f"{m!s:>4}", f"{m:03d}", f"{[m]}", str(m), "%s" % m


def hidden(Hidden h):
    return h, SECRET


def flags(Bits b):
    return b, b & READ, b | WRITE, bool(b & WRITE), BOTH, READ | WRITE


def as_number(Mode m):
    cdef int n = m
    cdef double x = <int>m
    return n, x, <int>m


def by_name(name):
    return Mode[name], Mode[name] == REFLECT


def compare(Mode m):
    if m == Mode.REFLECT:
        return "reflect"
    if m == WRAP:
        return "wrap"
    return "other"


def stored(Mode m, int[:] a):
    a[0] = m
    return a[0], np.asarray(a).tolist()


def in_list(n):
    modes = [<Mode>i for i in range(n)]
    return modes


def typed_in_list(int n):
    cdef Mode m
    cdef int i
    found = []
    for i in range(n):
        m = <Mode>i
        found.append(m)
    return found


def looked_up(Mode m):
    return {Mode.WRAP: "w", Mode.REFLECT: "r"}.get(m), m in (1, 7), m is Mode.WRAP


def pair(Mode m):
    cdef (Mode, int) t = (m, 2)
    return t


cdef struct Task:
    Mode mode
    int n


def in_struct(Mode m):
    cdef Task t
    t.mode = m
    t.n = 2
    return t.mode, t


def untyped(m):
    cdef Mode own = m
    return own


def conditional(Mode m, bint other):
    return m if other else REFLECT

# --- calls
argument(1)
argument(module.Mode.WRAP)
argument(5)
argument(True)
argument("a")
argument(None)
argument(1.5)
defaulted()
defaulted(0)
(local(n) for n in (0, 7, 12))
items()
returned(7)
returned(9)
(from_c(w) for w in (True, False))
kept(True)
of_global()
set_global(7)
set_global(module.Mode.NEAREST)
by_typedef(7)
hidden(3)
(flags(b) for b in (0, 1, 2, 3, 4))
as_number(module.Mode.WRAP)
by_name("REFLECT")
by_name("NOTHING")
(compare(m) for m in (0, 1, 7))
stored(7, np.zeros(2, np.int32))
in_list(2)
typed_in_list(2)
looked_up(7)
looked_up(1)
pair(7)
in_struct(7)
untyped(7)
untyped(module.Mode.REFLECT)
untyped("x")
conditional(7, True)
conditional(7, False)
returned(module.Mode.REFLECT)
(formatted(m) for m in [0, 7, 9])
