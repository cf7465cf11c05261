"""Slices, transposes and new axes are views that alias as in NumPy; overlapping copies give NumPy's answer."""

import numpy as np

import pyrx


def slice_of(a: pyrx.float64[:], start: int, stop: int):
    return a[start:stop]


def slice_step(a: pyrx.float64[:], start: int, stop: int, step: int):
    return a[start:stop:step]


def slices_const(a: pyrx.float64[:]):
    return a[1:], a[:-1], a[::2], a[::-1], a[:], a[5:2], a[-2:], a[100:], a[-100:2], a[3:0:-1]


def whole(a: pyrx.float64[:]):
    return a


def rows(a: pyrx.float64[:, :], i: int):
    return a[i], a[i, :], a[:, i], a[i, ...], a[..., i]


def block(a: pyrx.float64[:, :]):
    return a[1:, 1:], a[::-1, ::2], a[:, None], a[None], a[..., 0], a[:, 0:1]


def newaxes(a: pyrx.float64[:]):
    return a[:, None], a[None, :], a[np.newaxis], a[..., None]


def transposed(a: pyrx.float64[:, :]):
    return a.T


def transposed3(a: pyrx.float64[:, :, :]):
    return a.T, a[0].T, a[:, 0, :].T


def sum_view(a: pyrx.float64[:]):
    total = 0.0
    for x in a[1:-1]:
        total += x
    return total


def sum_strided(a: pyrx.float64[:, :]):
    b = a[::2, ::-1]
    total = 0.0
    for i in range(b.shape[0]):
        for j in range(b.shape[1]):
            total = total * 0.5 + b[i, j]
    return total


def view_of_view(a: pyrx.float64[:]):
    b = a[1:]
    c = b[::2]
    d = c[::-1]
    d[0] = 99.0
    return d


def write_through(a: pyrx.float64[:, :], x: float):
    row = a[1]
    row[0] = x
    column = a[:, -1]
    column[0] = -x
    return row[0] + column[0]


def fill_slice(a: pyrx.float64[:], x: float):
    a[1:3] = x


def fill_all(a: pyrx.float64[:, :], x: float):
    a[:] = x


def fill_ellipsis(a: pyrx.float64[:, :], x: float):
    a[...] = x


def fill_block(a: pyrx.float64[:, :], n: int):
    a[1:, ::2] = n


def fill_row(a: pyrx.float64[:, :], x: float):
    a[0] = x
    a[:, -1] = 2 * x


def fill_method(a: pyrx.float64[:, :], x: float):
    a.fill(x)


def fill_int(a: pyrx.int64[:], x: float):
    a[:] = x


def fill_int_method(a: pyrx.int64[:], n: int):
    a.fill(n)


def copy_slice(a: pyrx.float64[:], b: pyrx.float64[:]):
    a[:] = b


def copy_shifted_right(a: pyrx.float64[:]):
    a[1:] = a[:-1]


def copy_shifted_left(a: pyrx.float64[:]):
    a[:-1] = a[1:]


def copy_reversed(a: pyrx.float64[:]):
    a[:] = a[::-1]


def copy_transposed(a: pyrx.float64[:, :]):
    a[:] = a.T


def copy_row(a: pyrx.float64[:, :], i: int, j: int):
    a[i] = a[j]


def copy_rows_shifted(a: pyrx.float64[:, :]):
    a[1:, :] = a[:-1, :]


def copy_interleaved(a: pyrx.float64[:]):
    a[::2] = a[1::2]


def copy_broadcast_row(a: pyrx.float64[:, :], b: pyrx.float64[:]):
    a[:] = b


def copy_from_int(a: pyrx.float64[:], b: pyrx.int64[:]):
    a[:] = b


def copy_method(a: pyrx.float64[:, :]):
    b = a.copy()
    b[0, 0] = -1.0
    return b


def copy_function(a: pyrx.float64[:, :]):
    return np.copy(a)


def augmented_slice(a: pyrx.float64[:]):  # level: any
    a[1:] += a[:-1]


def augmented_scalar(a: pyrx.float64[:], x: float):  # level: any
    a[1:] *= x


def swap_rows(a: pyrx.float64[:, :]):
    temporary = a[0].copy()
    a[0] = a[1]
    a[1] = temporary


def swap_rows_wrong(a: pyrx.float64[:, :]):
    row = a[0]
    a[0] = a[1]
    a[1] = row


def exchange(a: pyrx.float64[:], b: pyrx.float64[:], n: int):
    for _ in range(n):
        a, b = b, a
    return a


def choose(a: pyrx.float64[:], b: pyrx.float64[:], first: bool):
    c = a if first else b
    return c[1:]


def slice_variable(a: pyrx.float64[:], n: int):  # level: any
    part = slice(1, n, 2)
    return a[part]


def none_bounds(a: pyrx.float64[:], n: int):
    return a[None:n], a[n:None], a[::None]


def lifetime(n: int):
    a = np.zeros(n)
    a[0] = 5.0
    return a[:2]


def nested_lifetime(n: int):
    return make(n)[::-1]


def make(n: int):
    a = np.empty(n)
    for i in range(n):
        a[i] = i
    return a


def compare_shape(a: pyrx.float64[:, :], b: pyrx.float64[:, :]):
    return a.shape == b.shape, a.shape[0] == b.shape[1]


def in_loop(a: pyrx.float64[:, :]):
    total = 0.0
    for i in range(a.shape[0]):
        row = a[i, i:]
        for j in range(row.shape[0]):
            total += row[j]
    return total


# --- calls
(slice_of(f8(5), i, j) for i in (0, 1, -2, 5, 9, -9, 2**62) for j in (0, 3, -1, 9, -9))
(slice_step(f8(6), i, j, k) for i in (0, 4, -1, 9) for j in (0, -1, 5, -9) for k in (1, 2, -1, -2, 7))
slice_step(f8(6), 0, 5, 0)
slice_of(f8(5)[::-1], 1, 4)
slice_of(ro(f8(5)), 1, 4)
(slices_const(a) for a in (f8(0), f8(1), f8(6), f8(6)[::-1], f8(12)[::2], zero_stride(1.5, 6)))
(whole(a) for a in (f8(3), f8(6)[::2], ro(f8(2)), f8(0)))
(rows(f8(3, 4), i) for i in (0, -1, 2, 3))
rows(f8(4, 3).T, 1)
(block(a) for a in (f8(3, 4), f8(1, 1), f8(4, 3).T, f8(2, 0)))
block(f8(0, 2))
(newaxes(a) for a in (f8(3), f8(0), f8(6)[::-2]))
(transposed(a) for a in (f8(2, 3), f8(2, 3).T, f8(0, 3), f8(4, 4)[::2]))
transposed3(f8(2, 3, 4))
(sum_view(a) for a in (f8(0), f8(1), f8(2), f8(5), f8(5)[::-1]))  # deviation: 5 -> np.float64(0.0)
(sum_strided(a) for a in (f8(0, 0), f8(1, 1), f8(3, 4), f8(3, 4).T))  # deviation: 5 -> np.float64(0.0)
view_of_view(f8(6))
view_of_view(f8(1))
write_through(f8(2, 3), 7.5)
write_through(f8(2, 1), 7.5)
write_through(f8(1, 2), 7.5)
(fill_slice(f8(n), 9.0) for n in (0, 1, 2, 3, 5))
fill_slice(f8(5)[::-1], 9.0)
(fill_all(a, -0.0) for a in (f8(2, 2), f8(0, 2), f8(2, 3).T, f8(4, 4)[1:3, ::-2]))
fill_ellipsis(f8(2, 2), nan)
(fill_block(f8(3, 4), n) for n in (0, -3, 2**53 + 1, 2**63 - 1))
fill_row(f8(2, 3), 1.5)
fill_row(f8(0, 3), 1.5)
fill_method(f8(2, 3), 1.5)
fill_method(f8(4, 4)[::2, 1:3], 1.5)
fill_method(f8(0, 0), 1.5)
(fill_int(i8(3), x) for x in (2.7, -2.7))
(fill_int(i8(3), x) for x in (nan, inf, 1e30))
(fill_int_method(i8(3), n) for n in (0, -7, 2**63 - 1))
fill_all(ro(f8(2, 2)), 1.0)  # refused: ValueError 'a'
copy_slice(f8(3), -f8(3))
copy_slice(f8(3), f8(1))
copy_slice(f8(0), f8(0))
copy_slice(f8(0), f8(1))
copy_slice(f8(3), f8(2))
copy_slice(f8(3)[::-1], f8(6)[::2])
copy_slice((a := f8(5))[1:], a[:-1])
copy_slice((a := f8(5))[:-1], a[1:])
copy_slice((a := f8(6))[::2], a[::-2])
copy_slice((a := f8(5)), a[::-1])
(copy_shifted_right(a) for a in (f8(0), f8(1), f8(2), f8(200), f8(10)[::-1]))
(copy_shifted_left(a) for a in (f8(0), f8(1), f8(2), f8(200), f8(10)[::-1]))
(copy_reversed(a) for a in (f8(0), f8(1), f8(7), f8(200)))
copy_transposed(f8(3, 3))
copy_transposed(f8(20, 20))
copy_transposed(f8(2, 3))
(copy_row(f8(3, 4), i, j) for i in (0, -1, 3) for j in (1, -1))
copy_rows_shifted(f8(4, 3))
copy_rows_shifted(f8(1, 3))
copy_interleaved(f8(8))
copy_interleaved(f8(7))
copy_broadcast_row(f8(2, 3), f8(3))
copy_broadcast_row(f8(2, 3), f8(1))
copy_broadcast_row(f8(2, 3), f8(2))
copy_broadcast_row((a := f8(3, 3)), a[1])
copy_broadcast_row((a := f8(3, 3)), a[:, 1])
copy_from_int(f8(3), np.array([1, 2**53 + 1, -5]))
(copy_method(a) for a in (f8(2, 3), f8(3, 2).T, f8(4, 4)[::-2, ::2], ro(f8(2, 2))))
copy_method(f8(0, 2))
(copy_function(a) for a in (f8(2, 3), fort(f8(2, 3)), f8(4, 4)[::-2, ::2], f8(0, 2)))
(augmented_slice(a) for a in (f8(5), f8(1), f8(0), f8(100), f8(6)[::-1]))
augmented_scalar(f8(4), 2.5)
swap_rows(f8(3, 2))
swap_rows(f8(1, 2))
swap_rows_wrong(f8(3, 2))
(exchange(f8(2), -f8(3), n) for n in (0, 1, 2))
choose(f8(2), -f8(3), True)
choose(f8(2), -f8(3), False)
slice_variable(f8(6), 5)
none_bounds(f8(5), 2)
none_bounds(f8(5), -2)
lifetime(4)
lifetime(1)
lifetime(0)
nested_lifetime(3)
nested_lifetime(0)
make(-1)
compare_shape(f8(2, 3), f8(2, 3))
compare_shape(f8(2, 3), f8(3, 2))
in_loop(f8(3, 4))
in_loop(f8(4, 3))
