"""Pure mode: structs in structs, unions, arrays and pointers of them, typedefs of typedefs, fused types over them."""
import cython
from cython.cimports.libc.string import memcpy

index_t = cython.typedef(cython.Py_ssize_t)
real = cython.typedef(cython.double)
Point = cython.struct(x=real, y=cython.double)
Line = cython.struct(start=Point, end=Point, tag=cython.int)
Table = cython.struct(n=cython.int, items=cython.double[4])
Node = cython.struct(key=cython.int, next=cython.p_void)
Bits = cython.union(i=cython.int, f=cython.float)
number = cython.fused_type(cython.int, real)
point_p = cython.typedef(cython.pointer(Point))


@cython.cfunc
@cython.exceptval(check=False)
def make(x: cython.double, y: cython.double) -> Point:
    p: Point
    p.x = x
    p.y = y
    return p


@cython.cfunc
@cython.exceptval(check=False)
def shift(p: cython.pointer(Point), by: real) -> cython.void:
    p.x += by
    p[0].y -= by


def nested(x: cython.double):
    line: Line = Line(start=make(x, 1), end=Point(2, y=3), tag=7)
    line.end.x += line.start.x
    other: Line = line
    other.start.x = 100
    return line, other.start.x, line.tag


def by_pointer(x: cython.double):
    p: Point = make(x, 2)
    shift(cython.address(p), 0.5)
    q: point_p = cython.address(p)
    q.y += 10
    return p.x, p.y, q[0]


def table(n: cython.int):
    t: Table
    i: cython.int
    t.n = n
    for i in range(4):
        t.items[i] = i * n
    return t, t.items[3]


def points(n: cython.int):
    a: Point[3]
    i: cython.int
    s: cython.double = 0
    for i in range(3):
        a[i] = make(i, n)
        a[i].x *= 2
    for i in range(3):
        s += a[i].x + a[i].y
    return s


def grid():
    a = cython.declare(cython.int[3])
    b = cython.declare(cython.pointer(cython.int), a)
    i: cython.int
    for i in range(3):
        b[i] = i * i
    return a[0], a[2], [a[i] for i in range(3)]


def item_address(n: cython.int):
    a: cython.double[4]
    i: cython.int
    for i in range(4):
        a[i] = i
    p: cython.p_double = cython.address(a[1])
    p[1] = 10
    return a[2], p[0]


def pointer_to_pointer(x: cython.int):
    p: cython.p_int = cython.address(x)
    q: cython.pp_int = cython.address(p)
    q[0][0] = x + 1
    return x


def union_parts(x: cython.float):
    b: Bits
    b.f = x
    return b.i


def argument(p: Point, n: index_t):
    return p.x * n, p


def of_fused(x: number):
    y: number = x
    if number is cython.int:
        return "int", y
    return "real", y


def null_pointer():
    n: Node = Node(key=1, next=cython.NULL)
    return n.key, n.next is cython.NULL, n.next == cython.NULL


def sizes():
    return (cython.sizeof(Point), cython.sizeof(Line), cython.sizeof(Table), cython.sizeof(Bits), cython.sizeof(index_t),
            cython.sizeof(cython.p_int), cython.sizeof(cython.double))

def types(n: cython.longlong, f: cython.float, p: Point, i: index_t):
    q: point_p = cython.address(p)
    a: cython.short[2]
    return (cython.typeof(f), cython.typeof(p), cython.typeof(q), cython.typeof(p.x), cython.typeof(f * f),
            cython.typeof(cython.cast(cython.float, n)), cython.typeof(a[0]), cython.typeof(cython.address(f)))


def written_types(n: cython.longlong, i: index_t):
    return cython.typeof(n), cython.typeof(i)


@cython.cfunc
def set_five(p: cython.p_int):
    p[0] = 5


def never_assigned(n: cython.int):
    k: cython.int
    q: cython.p_int
    if n > 0:
        set_five(cython.address(k))
    elif n == 0:
        k = 3
    q = cython.address(k)
    return k + q[0]


def words(data: bytes):
    k: cython.uint
    i: cython.Py_ssize_t
    p: cython.p_uchar = data
    h: cython.uint = 0
    for i in range(len(data) // 4):
        memcpy(cython.address(k), p + 4 * i, 4)
        h ^= k
    return h, k

# --- calls
types(1, 2, {"x": 1, "y": 2}, 3)
written_types(1, 2)
nested(1.5)
by_pointer(1)
table(3)
points(2)
grid()
item_address(1)
pointer_to_pointer(4)
union_parts(1.5)
argument({"x": 1, "y": 2}, 3)
argument({"x": 1}, 3)
argument(5, 3)
of_fused(3)
of_fused(2.5)
null_pointer()
sizes()
(never_assigned(n) for n in (0, 1))
(words(data) for data in (b"abcd", b"abcdefgh"))
