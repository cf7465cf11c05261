"""const views, read-only exporters, and the errors of those that write."""


def read(const double[:] a):
    return a[0]


def read_2d(const double[:, ::1] a):
    cdef Py_ssize_t i, j
    cdef double s = 0
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            s += a[i, j]
    return s


def write(double[:] a):
    a[0] = 1


def inplace(double[:] a):
    a[0] += 1


def fill(double[:] a):
    a[:] = 0


def copy(double[:] a, const double[:] b):
    a[:] = b


def const_local(double[:] a):
    cdef const double[:] b = a
    a[0] = 9
    return b[0]


def const_slice(const double[:] a):
    cdef const double[:] b = a[1:]
    return b[0], b.shape[0]


cdef double first(const double[:] a) noexcept nogil:
    return a[0]


def pass_on(double[:] a):
    return first(a), first(a[1:])


def const_bytes(const unsigned char[:] a):
    cdef long s = 0
    cdef unsigned char c
    cdef Py_ssize_t i
    for i in range(a.shape[0]):
        c = a[i]
        s += c
    return s


def writable_bytes(unsigned char[:] a):
    a[0] = 65


def chars(char[:] a):
    return a[0], a[-1]

# --- calls
read(f8(2))
read(ro(f8(2)))
read(zero_stride(2.5, 3))
read_2d(ro(f8(2, 3)))
write(f8(2))
write(ro(f8(2)))
inplace(ro(f8(2)))
fill(ro(f8(2)))
copy(f8(2), ro(np.zeros(2)))
copy(ro(f8(2)), f8(2))
const_local(f8(2))
const_slice(ro(f8(3)))
pass_on(f8(3))
const_bytes(b"abc")
const_bytes(bytearray(b"abc"))
const_bytes(memoryview(b"abc")[1:])
const_bytes(array.array("B", [1, 2]))
writable_bytes(bytearray(b"abc"))
writable_bytes(b"abc")
(chars(np.array([1, 200], t)) for t in (np.uint8,))
(chars(np.array([1, -2], t)) for t in (np.int8,))
chars(np.array([True, False]))
