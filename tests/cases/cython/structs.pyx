"""Structs: fields, copies, constructors, dicts, nesting, arrays of structs, arguments and results."""


cdef struct Point:
    double x
    double y


cdef struct Box:
    Point low
    Point high
    int id


ctypedef struct Pixel:
    unsigned char r, g, b


cdef packed struct Packed:
    char tag
    int value


cdef struct Node:
    int key
    Node* next


cdef Point make(double x, double y) noexcept nogil:
    cdef Point p
    p.x = x
    p.y = y
    return p


cdef double dot(Point a, Point b) noexcept nogil:
    return a.x * b.x + a.y * b.y


cdef void move(Point* p, double dx) noexcept nogil:
    p.x += dx
    p.y = -p.y


cdef Box bounds(double[:, ::1] points) noexcept:
    cdef Box b
    cdef Py_ssize_t i
    b.low = make(points[0, 0], points[0, 1])
    b.high = b.low
    b.id = 7
    for i in range(1, points.shape[0]):
        b.low.x = min(b.low.x, points[i, 0])
        b.low.y = min(b.low.y, points[i, 1])
        b.high.x = max(b.high.x, points[i, 0])
        b.high.y = max(b.high.y, points[i, 1])
    return b


def fields(double x, double y):
    cdef Point p = make(x, y)
    return p.x, p.y, dot(p, p)


def to_dict(double x, double y):
    cdef Point p = make(x, y)
    return p


def nested_to_dict(double[:, ::1] points):
    return bounds(points)


def from_dict(d):
    cdef Point p = d
    return p.x, p.y


def constructor():
    cdef Point p = Point(1, 2)
    cdef Point q = Point(y=1, x=2)
    return p, q


def copy_is_by_value():
    cdef Point p = make(1, 2)
    cdef Point q = p
    q.x = 10
    return p.x, q.x


def through_pointer(double x, double y):
    cdef Point p = make(x, y)
    move(&p, 5)
    return p.x, p.y


def bytes_wrap(int r, int g):
    cdef Pixel p
    p.r = r
    p.g = g
    p.b = p.r + p.g
    return p.r, p.g, p.b


def array_of_structs(int n):
    cdef Point points[8]
    cdef int i
    cdef double s = 0
    for i in range(8):
        points[i] = make(i, i * n)
    for i in range(8):
        s += points[i].x * points[i].y
    return s


def linked(int n):
    cdef Node nodes[10]
    cdef Node* head = NULL
    cdef Node* at
    cdef int i
    for i in range(n):
        nodes[i].key = i * i
        nodes[i].next = head
        head = &nodes[i]
    out = []
    at = head
    while at is not NULL:
        out.append(at.key)
        at = at.next
    return out


def sizes():
    return sizeof(Point), sizeof(Box), sizeof(Pixel), sizeof(Packed)


def argument(Point p):
    return p.x * 2, p.y


def in_list(int n):
    return [make(i, -i) for i in range(n)]


def nested_assign():
    cdef Box b
    b.id = 3
    b.low.x = 1
    b.low.y = 2
    b.high = b.low
    b.low.x = 9
    return b.high.x, b.low.x

cdef struct Listed:
    double x, y
    int n


def of_list(double x):
    cdef Listed a = [x, 1, 2], b
    b = a
    a = [a.y, b.x, b.n + 1]
    return a, b


# --- calls
fields(1.5, 2)
to_dict(1.5, 2)
nested_to_dict(f8(3, 2))
from_dict({"x": 1, "y": 2.5})
from_dict({"x": 1})
from_dict({"x": 1, "y": "a"})
from_dict(3)
constructor()
copy_is_by_value()
through_pointer(1, 2)
bytes_wrap(200, 100)
array_of_structs(3)
linked(4)
linked(0)
sizes()
argument({"x": 1, "y": 2})
argument(None)
in_list(3)
nested_assign()
of_list(3), of_list(-0.5)
