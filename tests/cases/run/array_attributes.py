"""`.shape .ndim .size .T .dtype .strides .itemsize .nbytes .flags` and `len`."""

import numpy as np
from numpy.typing import NDArray

import pyrx


def shape(a: pyrx.float64[:, :]):
    return a.shape


def shape_parts(a: pyrx.float64[:, :, :]):
    return a.shape[0], a.shape[1], a.shape[-1]


def shape_unpacked(a: pyrx.float64[:, :]):
    rows, columns = a.shape
    return rows * 1000 + columns


def shape_slice(a: pyrx.float64[:, :, :]):  # level: any
    return a.shape[1:], a.shape[:-1], len(a.shape)


def shape_out_of_range(a: pyrx.float64[:]):  # level: any
    return a.shape[1]


def shape_variable(a: pyrx.float64[:, :], axis: int):
    return a.shape[axis]


def shape_loop(a: pyrx.float64[:, :, :]):
    total = 1
    for n in a.shape:
        total *= n
    return total


def counts(a: pyrx.float64[:, :]):
    return a.ndim, a.size, len(a), a.itemsize, a.nbytes


def strides(a: pyrx.float64[:, :]):
    return a.strides, a.strides[0]


def dtype(a: pyrx.float32[:]):  # level: interpreted
    return a.dtype


def dtype_equal(a: pyrx.float32[:], b: pyrx.float64[:]):  # level: any
    return a.dtype == np.float32, a.dtype == b.dtype


def transposed_shape(a: pyrx.float64[:, :]):
    return a.T.shape, a.T[0].shape, a[None].ndim


def of_dtype(a: pyrx.int16[:, :]):
    return np.zeros(a.shape, dtype=a.dtype)


def size_in_arithmetic(a: pyrx.float64[:, :]):
    return a.size / 2, a.size // 2 * 2, -a.shape[0] % 4


def real_parts(a: pyrx.complex128[:]):  # level: any
    return a.real, a.imag


def flags(a: pyrx.float64[:, :]):  # level: any
    return a.flags.c_contiguous, a.flags.writeable


def base(a: pyrx.float64[:]):  # level: any
    return a.base is None, a[1:].base is a


def unknown(a: pyrx.float64[:]):  # level: any
    return a.no_such_attribute


def numpy_functions(a: pyrx.float64[:, :]):  # level: interpreted
    return np.shape(a), np.ndim(a), np.size(a)


def rank_zero_parts(a: NDArray[np.float64]):  # level: any
    return a.shape, a.ndim, a.size, a.strides, a.nbytes, a.itemsize


def rank_zero_scalar(a: pyrx.float32[:]):  # level: any
    x = a[0]
    return x.shape, x.ndim, x.size, x.itemsize, x.nbytes, x.T, x.real, x.imag


def rank_zero_length(a: NDArray[np.float64]):  # level: any
    return len(a)


def strides_of_contiguous(a: pyrx.float64[:, ::1], b: pyrx.float64[::1]):
    return a.strides, b.strides, a[0:1].strides, a.T.strides, a[0].strides


def read_short(a: pyrx.float64[:, ::1], b: pyrx.float64[::1]):
    total = 0.0
    for row in a:
        for x in row:
            total += x
    for i in range(len(b)):
        total += b[i] * 10
    c = a.copy()
    c[:, :] = a
    return total, c


def sizes_of_empty(a: pyrx.float64[:, :]):
    return a.shape, a.size, a.nbytes, a.strides, len(a)


# --- calls
(shape(a) for a in (f8(2, 3), f8(0, 3), f8(2, 3).T, f8(4, 4)[::2, 1:]))
shape_parts(f8(2, 3, 4))
shape_unpacked(f8(2, 3))
shape_slice(f8(2, 3, 4))
shape_out_of_range(f8(3))
(shape_variable(f8(2, 3), axis) for axis in (0, 1, -1, -2, 2, -3))
shape_loop(f8(2, 3, 4))
shape_loop(f8(2, 0, 4))
(counts(a) for a in (f8(2, 3), f8(0, 3), f8(4, 4)[::2]))
(strides(a) for a in (f8(2, 3), f8(2, 3).T, f8(4, 4)[::-2, ::2], np.broadcast_to(1.0, (2, 2))))
dtype(np.zeros(2, np.float32))
dtype_equal(np.zeros(2, np.float32), f8(1))
transposed_shape(f8(2, 3))
of_dtype(np.ones((2, 3), np.int16))
of_dtype(np.ones((0, 3), np.int16))
(size_in_arithmetic(a) for a in (f8(3, 3), f8(0, 3)))
real_parts(np.array([1 + 2j]))
flags(f8(2, 3))
flags(ro(f8(2, 3)).T)
base(f8(3))
unknown(f8(3))
numpy_functions(f8(2, 3))
(rank_zero_parts(a) for a in (np.array(1.5), ro(np.array(nan)), np.zeros((0, 3)), f8(2, 3), f8(2, 1, 1, 3), np.broadcast_to(0.5, (2, 3))))
rank_zero_scalar(np.array([1.5], np.float32))
(rank_zero_length(a) for a in (np.array(1.5), np.zeros(0), f8(2, 3)))
(sizes_of_empty(a) for a in (np.zeros((0, 3)), np.zeros((3, 0)), np.zeros((0, 0)), np.broadcast_to(0.5, (2, 3)), rev(f8(2, 3))))
sizes_of_empty(np.array(1.5))  # refused: TypeError 'a'
strides_of_contiguous(f8(4, 3)[:1:2], f8(4)[::5])
strides_of_contiguous(f8(4, 3)[:1:2, :1], f8(4)[3::-7])
strides_of_contiguous(np.zeros((1, 0)), np.zeros(0))
strides_of_contiguous(f8(2, 3), f8(4))
read_short(f8(4, 3)[:1:2], f8(4)[::5])
read_short(f8(4, 3)[3::-4, :1], f8(4)[3::-7])
read_short(np.broadcast_to(0.5, (1, 1)), np.broadcast_to(0.5, (1,)))
read_short(f8(2, 3), f8(4))
(strides(a) for a in (f8(4, 3)[:1:2], f8(4, 3)[:1:2, 1:2], f8(3, 4).T[:1], np.zeros((0, 3))))
