"""What an array argument accepts and refuses, before anything runs."""

import numpy as np

import pyrx


def total(a: pyrx.float64[:]):
    s = 0.0
    for i in range(a.shape[0]):
        s += a[i]
    return s


def write(a: pyrx.float64[:]):
    a[0] = 1.0


def matrix(a: pyrx.float64[:, :]):
    return a.shape[0] * 100 + a.shape[1]


def ints(a: pyrx.int32[:]):
    return a[0]


def two(a: pyrx.float64[:], b: pyrx.float64[:]):
    a[0] = 5.0
    return b[0]


def optional(a: pyrx.float64[:] = None):  # level: any
    return a is None


def native_int(a: "pyrx.int64[:]"):
    return a[0]


def octets(a: pyrx.uint8[:]):
    s = 0
    for x in a:
        s += int(x)
    return s


def both_orders(a: pyrx.float64[:, ::1], b: pyrx.float64[::1, :]):
    return a[0, 1] + b[0, 1]


# --- calls
total(f8(3))
total(ro(f8(3)))
total(rev(f8(3)))
total(every2(f8(3)))
total(zero_stride(0.5, 4))
total(f8(3, 3).diagonal())
total(np.array([]))  # deviation: 5 -> np.float64(0.0)
total(np.zeros(3, np.float32))  # refused: TypeError|ValueError 'a' float32
total(np.zeros(3, np.int64))  # refused: TypeError|ValueError 'a' int64
total(np.zeros(3, complex))  # refused: TypeError|ValueError 'a' complex128
total(np.zeros(3, bool))  # refused: TypeError|ValueError 'a'
total(np.zeros(3, object))  # refused: TypeError|ValueError 'a'
total(np.zeros(3, "U3"))  # refused: TypeError|ValueError 'a'
total(np.zeros(3, [("x", float)]))  # refused: TypeError|ValueError 'a'
total(np.zeros(3, "M8[s]"))  # refused: TypeError|ValueError 'a'
total(swapped(f8(3)))  # refused: TypeError|ValueError 'a'
total(unaligned(f8(3)))  # refused: TypeError|ValueError 'a' align
total(f8(2, 2))  # refused: TypeError|ValueError 'a'
total(np.array(1.5))  # refused: TypeError|ValueError 'a'
total(None)  # refused: TypeError 'a' None
total([1.0, 2.0])  # refused: TypeError 'a' list
total(1.5)  # refused: TypeError 'a' float
total("abc")  # refused: TypeError 'a' str
total(b"abcdefgh")  # refused: TypeError|ValueError 'a'
total(np.float64(1.0))  # refused: TypeError|ValueError 'a'
total(np.ma.masked_array([1.0, 2.0]))  # refused: TypeError|ValueError 'a'
total(np.matrix([[1.0, 2.0]]))  # refused: TypeError|ValueError 'a'
total(array.array("d", [1.0, 2.0]))  # deviation: 4 -> np.float64(3.0)
total(array.array("f", [1.0, 2.0]))  # refused: TypeError|ValueError 'a'
total(memoryview(np.arange(3.0)))  # deviation: 4 -> np.float64(3.0)
total(memoryview(array.array("d", [1.0, 2.0])))  # deviation: 4 -> np.float64(3.0)
total(f8(3).view(SubArray))
write(f8(3))
write(ro(f8(3)))  # refused: ValueError 'a' read-only
write(array.array("d", [7.0, 2.0]))
write(f8(0))
write(None)  # refused: TypeError|ValueError 'a'
matrix(f8(2, 3))
matrix(f8(0, 3))
matrix(f8(6))  # refused: TypeError|ValueError 'a'
matrix(f8(1, 2, 3))  # refused: TypeError|ValueError 'a'
matrix(np.broadcast_to(1.0, (4, 5)))
matrix(np.empty((2**20, 0)))
ints(np.array([1, 2], np.int32))
ints(np.array([1, 2], np.intc))
ints(np.array([1, 2], np.uint32))  # refused: TypeError|ValueError 'a' uint32
ints(np.array([1, 2], np.int64))  # refused: TypeError|ValueError 'a' int64
ints(array.array("i", [7]))  # deviation: 4 -> np.int32(7)
native_int(np.array([1, 2]))
native_int(np.array([1, 2], np.longlong))
two((a := f8(3)), a)
two((a := f8(3)), a[::-1])
two(f8(3), None)  # refused: TypeError|ValueError 'b'
two(f8(3), f8(3, 1))  # refused: TypeError|ValueError 'b'
two(f8(3), 5)  # refused: TypeError|ValueError 'b'
optional()
optional(None)
optional(f8(2))
octets(np.arange(5, dtype=np.uint8))
octets(b"abc")
octets(bytearray(b"abc"))
octets(memoryview(b"abc"))
octets(memoryview(b"abcdef")[::2])
octets(array.array("B", [1, 2, 255]))
octets(np.zeros(0, np.uint8))
both_orders(f8(2, 3), fort(f8(2, 3)))
both_orders(fort(f8(2, 3)), f8(2, 3))  # refused: ValueError 'a'
both_orders(f8(2, 3), f8(2, 3))  # refused: ValueError 'b'
total()
total(f8(2), 3)
total(b=f8(2))
total(a=f8(2))
