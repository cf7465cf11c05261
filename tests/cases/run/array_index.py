"""Indexing elements: negative indices, bounds, ranks, strides, stores, every dtype."""

import pyrx


def get(a: pyrx.float64[:], i: int):
    return a[i]


def put(a: pyrx.float64[:], i: int, x: float):
    a[i] = x


def get2(a: pyrx.float64[:, :], i: int, j: int):
    return a[i, j]


def put2(a: pyrx.float64[:, :], i: int, j: int, x: float):
    a[i, j] = x


def get3(a: pyrx.float64[:, :, :], i: int, j: int, k: int):
    return a[i, j, k]


def get_contiguous(a: pyrx.float64[:, ::1], i: int, j: int):
    return a[i, j]


def get_fortran(a: pyrx.float64[::1, :], i: int, j: int):
    return a[i, j]


def chained(a: pyrx.float64[:, :], i: int, j: int):
    return a[i][j]


def chained_put(a: pyrx.float64[:, :], i: int, j: int, x: float):
    a[i][j] = x


def ends(a: pyrx.float64[:]):
    return a[0], a[-1]


def augment(a: pyrx.float64[:], i: int, x: float):
    a[i] += x
    a[i] *= 2
    a[i] -= 1
    a[i] /= 4


def augment_int(a: pyrx.int64[:], i: int, n: int):
    a[i] += n
    a[i] *= 3
    a[i] //= 2
    a[i] %= 7
    a[i] <<= 2
    a[i] |= 1
    a[i] ^= 3
    a[i] &= 15


def swap(a: pyrx.float64[:], i: int, j: int):
    a[i], a[j] = a[j], a[i]


def reverse(a: pyrx.float64[:]):
    n = len(a)
    for i in range(n // 2):
        a[i], a[n - 1 - i] = a[n - 1 - i], a[i]


def sum_all(a: pyrx.float64[:, :]):
    total = 0.0
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            total += a[i, j]
    return total


def transpose_into(a: pyrx.float64[:, :], b: pyrx.float64[:, :]):
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            b[j, i] = a[i, j]


def shift_right(a: pyrx.float64[:]):
    for i in range(len(a) - 1, 0, -1):
        a[i] = a[i - 1]


def copy_aliased(a: pyrx.float64[:], b: pyrx.float64[:]):
    for i in range(len(a)):
        b[i] = a[i] + 1


def stores_then_fails(a: pyrx.float64[:], n: int):
    for i in range(n):
        a[i] = i * 0.5


def stores_then_fails_backwards(a: pyrx.float64[:]):
    for i in range(len(a) - 1, -len(a) - 3, -1):
        a[i] = a[i] + 1


def stencil_off_the_edge(a: pyrx.float64[:], b: pyrx.float64[:]):
    for i in range(len(a)):
        b[i] = a[i - 1] + a[i + 1]


def gather(a: pyrx.float64[:], where: pyrx.int64[:], out: pyrx.float64[:]):
    for i in range(len(where)):
        out[i] = a[where[i]]


def histogram(values: pyrx.int64[:], counts: pyrx.int64[:]):
    for v in values:
        counts[v] += 1


def order_of_evaluation(a: pyrx.float64[:], i: int):
    a[i] = a[i + 1]


def bool_index(a: pyrx.float64[:], flag: bool):  # level: any
    return a[flag]


def float_index(a: pyrx.float64[:], x: float):  # level: any
    return a[x]


def too_many(a: pyrx.float64[:], i: int):  # level: any
    return a[i, 0]


def partial(a: pyrx.float64[:, :], i: int):
    return a[i]


def tuple_index(a: pyrx.float64[:, :], i: int, j: int):  # level: any
    at = (i, j)
    return a[at]


def get_int8(a: pyrx.int8[:], i: int):
    return a[i]


def get_uint64(a: pyrx.uint64[:], i: int):
    return a[i]


def get_float32(a: pyrx.float32[:], i: int):
    return a[i]


def get_complex(a: pyrx.complex128[:], i: int):
    return a[i], a[i].real, a[i].imag


def get_bool(a: pyrx.bool_[:], i: int):
    return a[i]


def put_complex(a: pyrx.complex128[:], z: complex, x: float, n: int):
    a[0] = z
    a[1] = x
    a[2] = n


def put_part(a: pyrx.complex128[:], x: float):  # level: any
    a.real[0] = x
    a.imag[1] = x


def put_int_in_float(a: pyrx.float64[:], n: int):
    a[0] = n


def put_int(a: pyrx.int64[:], n: int):
    a[0] = n


def put_int8(a: pyrx.int8[:], n: int):
    a[0] = n


def put_uint8(a: pyrx.uint8[:], n: int):
    a[0] = n


def put_uint64(a: pyrx.uint64[:], n: int):
    a[0] = n


def put_float_in_int(a: pyrx.int64[:], x: float):
    a[0] = x


def put_float_in_int8(a: pyrx.int8[:], x: float):
    a[0] = x


def put_float_in_unsigned(a: pyrx.uint8[:], b: pyrx.uint32[:], c: pyrx.uint64[:], x: float, which: int):
    if which == 0:
        a[0] = x
    elif which == 1:
        b[0] = x
    else:
        c[0] = x


def put_scalar_in_unsigned(a: pyrx.uint8[:], b: pyrx.uint32[:], c: pyrx.uint64[:], x: pyrx.float64[:], which: int):
    if which == 0:
        a[0] = x[0]
    elif which == 1:
        b[0] -= x[0]
    elif which == 2:
        c[0] = x[0]
    else:
        a[:] = x[0]


def put_whole_scalar(a: pyrx.uint8[:], b: pyrx.int8[:], c: pyrx.uint64[:], x: pyrx.int64[:], y: pyrx.uint64[:]):
    a[0] = x[0]
    c[0] = x[0]
    a[1] = y[0]
    c[1] = y[0]
    b[0] = y[0]


def put_float32(a: pyrx.float32[:], x: float):
    a[0] = x


def put_element_narrower(a: pyrx.int8[:], b: pyrx.int64[:]):
    a[0] = b[0]


def put_float_element_in_int(a: pyrx.int64[:], b: pyrx.float64[:]):
    a[0] = b[0]


def put_element_of_float64(a: pyrx.float32[:], b: pyrx.float64[:]):
    a[0] = b[0]


def put_complex_in_float(a: pyrx.float64[:], z: complex):  # level: any
    a[0] = z


def put_bool(a: pyrx.float64[:], b: bool):
    a[0] = b


def put_out_of_both(a: pyrx.int8[:], i: int, n: int):
    a[i] = n
    return a[0]


def put_all_out_of_both(a: pyrx.int32[:], n: int, value: int):
    for i in range(n):
        a[i] = value + i
    return a[0]


# --- calls
(put_out_of_both(np.zeros(2, np.int8), i, n) for i in (0, 1, -2, 2, -3) for n in (1, 300))
(put_all_out_of_both(np.zeros(3, np.int32), n, value) for n in (2, 3, 4) for value in (1, 2**31 - 2, 2**31 - 3, 2**40))
(get(f8(3), i) for i in (0, 1, 2, 3, -1, -3, -4, 2**31, 2**62, -(2**63)))
get(f8(3), 2**64)
(get(f8(0), i) for i in (0, -1))
(get(a, i) for a in (f8(5)[::-1], f8(6)[::2], f8(6)[::-2], ro(f8(4)), zero_stride(2.5, 3), f8(3, 4)[:, 1]) for i in (0, 2, -1, 7))
(put(f8(3), i, 9.0) for i in (0, 2, -1, -3, 3, -4))
put(f8(4)[::-1], 0, 9.0)
put((a := f8(6))[::2], 1, 9.0)
put(ro(f8(3)), 0, 9.0)  # refused: ValueError 'a'
put(zero_stride(1.0, 3), 0, 9.0)  # refused: ValueError 'a'
(get2(f8(2, 3), i, j) for i in (0, 1, 2, -2, -3) for j in (0, 2, 3, -3, -4))
(get2(a, 1, -1) for a in (f8(3, 2).T, f8(4, 6)[::2, ::-3], fort(f8(2, 3)), np.broadcast_to(f8(3), (2, 3)), f8(2, 3, 4)[:, 1]))
get2(f8(0, 3), 0, 0)
get2(f8(3, 0), 0, 0)
put2(f8(2, 3), -1, -1, 9.0)
put2(f8(2, 3).T, 2, 1, 9.0)
put2(f8(2, 3), 2, 0, 9.0)
put2(f8(2, 3), 0, 3, 9.0)
(get3(f8(2, 3, 4), i, j, k) for i, j, k in ((0, 0, 0), (1, 2, 3), (-1, -1, -1), (2, 0, 0), (0, 3, 0), (0, 0, -5)))
get3(f8(4, 3, 2).T, 1, 2, 3)
get_contiguous(f8(2, 3), 1, 2)
get_contiguous(f8(2, 3).T, 1, 0)  # refused: ValueError 'a' contiguous
get_contiguous(f8(2, 6)[:, ::2], 1, 0)  # refused: ValueError 'a' contiguous
get_contiguous(f8(4, 3)[::2], 1, 0)  # refused: ValueError 'a' contiguous
get_contiguous(f8(1, 3)[::-1], 0, 1)
get_contiguous(f8(0, 3).T, 0, 0)
get_fortran(fort(f8(2, 3)), 1, 2)
get_fortran(f8(3, 2).T, 1, 2)
get_fortran(f8(2, 3), 1, 2)  # refused: ValueError 'a' contiguous
(chained(f8(2, 3), i, j) for i in (0, -1, 2) for j in (0, -3, 3))
chained_put(f8(2, 3), 1, -1, 9.0)
chained_put(f8(2, 3), 2, 0, 9.0)
ends(f8(3))
ends(f8(1))
ends(f8(0))
(augment(f8(3), i, x) for i in (0, -1, 3) for x in (1.5, nan))
(augment_int(i8(3), i, n) for i in (0, -1, 5) for n in (5, -7, 2**62))
(swap(f8(4), i, j) for i in (0, -1, 9) for j in (0, 2, -9))
(reverse(a) for a in (f8(0), f8(1), f8(4), f8(5), f8(8)[::2]))
(sum_all(a) for a in (f8(0, 0), f8(2, 0), f8(2, 3), f8(2, 3).T, f8(5, 5)[::-2, 1:]))  # deviation: 5 -> np.float64(0.0)
transpose_into(f8(2, 3), np.zeros((3, 2)))
transpose_into((a := f8(2, 2)), a.T)
transpose_into((a := f8(3, 3)), a)
transpose_into(f8(2, 3), np.zeros((2, 2)))
shift_right(f8(4))
shift_right(f8(0))
copy_aliased((a := f8(5))[:-1], a[1:])
copy_aliased((a := f8(5))[1:], a[:-1])
copy_aliased((a := f8(5)), a)
copy_aliased((a := f8(5)), a[::-1])
copy_aliased(f8(3), f8(2))
stores_then_fails(np.zeros(3), 3)
stores_then_fails(np.zeros(3), 5)
stores_then_fails(np.zeros(0), 1)
stores_then_fails_backwards(np.zeros(3))
stencil_off_the_edge(f8(4), np.zeros(4))
gather(f8(4), np.array([3, 0, -1, -4]), np.zeros(4))
gather(f8(4), np.array([3, 0, 4, 1]), np.zeros(4))
gather(f8(4), np.array([], np.int64), np.zeros(0))
histogram(np.array([0, 1, 1, 2, -1]), np.zeros(3, np.int64))
histogram(np.array([0, 1, 3, 2]), np.zeros(3, np.int64))
order_of_evaluation(f8(3), 2)
order_of_evaluation(f8(3), 5)
order_of_evaluation(f8(3), -1)
bool_index(f8(3), True)
float_index(f8(3), 1.0)
too_many(f8(3), 1)
(partial(f8(2, 3), i) for i in (0, -1, 2))
(tuple_index(f8(2, 3), i, j) for i in (0, 2) for j in (-1, 3))
(get_int8(np.array([-128, 127], np.int8), i) for i in (0, 1, 2))
get_uint64(np.array([2**64 - 1], np.uint64), 0)
get_float32(np.array([0.1], np.float32), 0)
get_complex(np.array([1 - 2j]), 0)
get_bool(np.array([True]), 0)
put_complex(np.zeros(3, complex), 1 + 2j, -0.0, 7)
put_part(np.zeros(3, complex), 2.5)
(put_int_in_float(np.zeros(1), n) for n in (0, 3, 2**53 + 1, -(2**63), 10**30, 10**400))
(put_int(np.zeros(1, np.int64), n) for n in (0, -(2**63), 2**63 - 1, 2**63))
(put_int8(np.zeros(1, np.int8), n) for n in (0, -128, 127, 128, -129, 2**63 - 1, 10**30))
(put_uint8(np.zeros(1, np.uint8), n) for n in (0, 255, 256, -1))
(put_uint64(np.zeros(1, np.uint64), n) for n in (0, 2**63 - 1, 2**63, 2**64 - 1, -1, 2**64))
(put_float_in_int(np.ones(1, np.int64), x) for x in (0.0, 2.7, -2.7, 2.0**62, 1e30, nan, inf, -inf))
(put_float_in_int8(np.ones(1, np.int8), x) for x in (0.0, 2.7, -2.7, 127.9, 128.0, 1e30, nan))
(put_float_in_unsigned(np.ones(1, np.uint8), np.ones(1, np.uint32), np.ones(1, np.uint64), x, which) for x in (0.0, 2.7, -0.5, -2.7, 256.0, 5e9, 2.0**63, 2.0**64, 1e300, nan, inf) for which in (0, 1, 2))
(put_scalar_in_unsigned(np.ones(1, np.uint8), np.ones(1, np.uint32), np.ones(1, np.uint64), np.array([x]), which) for x in (0.0, 2.7, -0.5, -2.7, 256.0, 5e9, 2.0**62, 2.0**63) for which in (0, 1, 2, 3))
(put_whole_scalar(np.ones(2, np.uint8), np.ones(2, np.int8), np.ones(2, np.uint64), np.array([x]), np.array([y], np.uint64)) for x in (0, -1, 300, -(2**63)) for y in (0, 255, 2**63, 2**64 - 1))
(put_float32(np.ones(1, np.float32), x) for x in (0.1, 1e300, -1e-300, nan, -0.0))
(put_element_narrower(np.zeros(1, np.int8), np.array([n])) for n in (0, 127, 128, -129, 2**62))
(put_float_element_in_int(np.zeros(1, np.int64), np.array([x])) for x in (0.0, 2.7, -2.7, 2.0**62))
(put_element_of_float64(np.zeros(1, np.float32), np.array([x])) for x in (0.1, 1e300, nan))
put_complex_in_float(np.zeros(1), 1j)
(put_bool(np.zeros(1), b) for b in (True, False))
