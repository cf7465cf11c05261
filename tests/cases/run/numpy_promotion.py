"""Elements of each dtype with elements of every other: the result's dtype and value."""

import pyrx


def arithmetic_int8(
    a: pyrx.int8[:],
    x0: pyrx.int8[:], x1: pyrx.int16[:], x2: pyrx.int32[:], x3: pyrx.int64[:], x4: pyrx.uint8[:], x5:
    pyrx.uint16[:], x6: pyrx.uint32[:], x7: pyrx.uint64[:], x8: pyrx.float32[:], x9: pyrx.float64[:], x10:
    pyrx.complex64[:], x11: pyrx.complex128[:], x12: pyrx.bool_[:],
):
    return (
        a[0] + x0[0], a[0] + x1[0], a[0] + x2[0], a[0] + x3[0], a[0] + x4[0], a[0] + x5[0], a[0] + x6[0],
        a[0] + x7[0], a[0] + x8[0], a[0] + x9[0], a[0] + x10[0], a[0] + x11[0], a[0] + x12[0],
        a[0] * x0[0], a[0] * x1[0], a[0] * x2[0], a[0] * x3[0], a[0] * x4[0], a[0] * x5[0], a[0] * x6[0],
        a[0] * x7[0], a[0] * x8[0], a[0] * x9[0], a[0] * x10[0], a[0] * x11[0], a[0] * x12[0],
        a[0] / x0[0], a[0] / x1[0], a[0] / x2[0], a[0] / x3[0], a[0] / x4[0], a[0] / x5[0], a[0] / x6[0],
        a[0] / x7[0], a[0] / x8[0], a[0] / x9[0], a[0] / x10[0], a[0] / x11[0], a[0] / x12[0],
    )


def arithmetic_int16(
    a: pyrx.int16[:],
    x0: pyrx.int8[:], x1: pyrx.int16[:], x2: pyrx.int32[:], x3: pyrx.int64[:], x4: pyrx.uint8[:], x5:
    pyrx.uint16[:], x6: pyrx.uint32[:], x7: pyrx.uint64[:], x8: pyrx.float32[:], x9: pyrx.float64[:], x10:
    pyrx.complex64[:], x11: pyrx.complex128[:], x12: pyrx.bool_[:],
):
    return (
        a[0] + x0[0], a[0] + x1[0], a[0] + x2[0], a[0] + x3[0], a[0] + x4[0], a[0] + x5[0], a[0] + x6[0],
        a[0] + x7[0], a[0] + x8[0], a[0] + x9[0], a[0] + x10[0], a[0] + x11[0], a[0] + x12[0],
        a[0] * x0[0], a[0] * x1[0], a[0] * x2[0], a[0] * x3[0], a[0] * x4[0], a[0] * x5[0], a[0] * x6[0],
        a[0] * x7[0], a[0] * x8[0], a[0] * x9[0], a[0] * x10[0], a[0] * x11[0], a[0] * x12[0],
        a[0] / x0[0], a[0] / x1[0], a[0] / x2[0], a[0] / x3[0], a[0] / x4[0], a[0] / x5[0], a[0] / x6[0],
        a[0] / x7[0], a[0] / x8[0], a[0] / x9[0], a[0] / x10[0], a[0] / x11[0], a[0] / x12[0],
    )


def arithmetic_int32(
    a: pyrx.int32[:],
    x0: pyrx.int8[:], x1: pyrx.int16[:], x2: pyrx.int32[:], x3: pyrx.int64[:], x4: pyrx.uint8[:], x5:
    pyrx.uint16[:], x6: pyrx.uint32[:], x7: pyrx.uint64[:], x8: pyrx.float32[:], x9: pyrx.float64[:], x10:
    pyrx.complex64[:], x11: pyrx.complex128[:], x12: pyrx.bool_[:],
):
    return (
        a[0] + x0[0], a[0] + x1[0], a[0] + x2[0], a[0] + x3[0], a[0] + x4[0], a[0] + x5[0], a[0] + x6[0],
        a[0] + x7[0], a[0] + x8[0], a[0] + x9[0], a[0] + x10[0], a[0] + x11[0], a[0] + x12[0],
        a[0] * x0[0], a[0] * x1[0], a[0] * x2[0], a[0] * x3[0], a[0] * x4[0], a[0] * x5[0], a[0] * x6[0],
        a[0] * x7[0], a[0] * x8[0], a[0] * x9[0], a[0] * x10[0], a[0] * x11[0], a[0] * x12[0],
        a[0] / x0[0], a[0] / x1[0], a[0] / x2[0], a[0] / x3[0], a[0] / x4[0], a[0] / x5[0], a[0] / x6[0],
        a[0] / x7[0], a[0] / x8[0], a[0] / x9[0], a[0] / x10[0], a[0] / x11[0], a[0] / x12[0],
    )


def arithmetic_int64(
    a: pyrx.int64[:],
    x0: pyrx.int8[:], x1: pyrx.int16[:], x2: pyrx.int32[:], x3: pyrx.int64[:], x4: pyrx.uint8[:], x5:
    pyrx.uint16[:], x6: pyrx.uint32[:], x7: pyrx.uint64[:], x8: pyrx.float32[:], x9: pyrx.float64[:], x10:
    pyrx.complex64[:], x11: pyrx.complex128[:], x12: pyrx.bool_[:],
):
    return (
        a[0] + x0[0], a[0] + x1[0], a[0] + x2[0], a[0] + x3[0], a[0] + x4[0], a[0] + x5[0], a[0] + x6[0],
        a[0] + x7[0], a[0] + x8[0], a[0] + x9[0], a[0] + x10[0], a[0] + x11[0], a[0] + x12[0],
        a[0] * x0[0], a[0] * x1[0], a[0] * x2[0], a[0] * x3[0], a[0] * x4[0], a[0] * x5[0], a[0] * x6[0],
        a[0] * x7[0], a[0] * x8[0], a[0] * x9[0], a[0] * x10[0], a[0] * x11[0], a[0] * x12[0],
        a[0] / x0[0], a[0] / x1[0], a[0] / x2[0], a[0] / x3[0], a[0] / x4[0], a[0] / x5[0], a[0] / x6[0],
        a[0] / x7[0], a[0] / x8[0], a[0] / x9[0], a[0] / x10[0], a[0] / x11[0], a[0] / x12[0],
    )


def arithmetic_uint8(
    a: pyrx.uint8[:],
    x0: pyrx.int8[:], x1: pyrx.int16[:], x2: pyrx.int32[:], x3: pyrx.int64[:], x4: pyrx.uint8[:], x5:
    pyrx.uint16[:], x6: pyrx.uint32[:], x7: pyrx.uint64[:], x8: pyrx.float32[:], x9: pyrx.float64[:], x10:
    pyrx.complex64[:], x11: pyrx.complex128[:], x12: pyrx.bool_[:],
):
    return (
        a[0] + x0[0], a[0] + x1[0], a[0] + x2[0], a[0] + x3[0], a[0] + x4[0], a[0] + x5[0], a[0] + x6[0],
        a[0] + x7[0], a[0] + x8[0], a[0] + x9[0], a[0] + x10[0], a[0] + x11[0], a[0] + x12[0],
        a[0] * x0[0], a[0] * x1[0], a[0] * x2[0], a[0] * x3[0], a[0] * x4[0], a[0] * x5[0], a[0] * x6[0],
        a[0] * x7[0], a[0] * x8[0], a[0] * x9[0], a[0] * x10[0], a[0] * x11[0], a[0] * x12[0],
        a[0] / x0[0], a[0] / x1[0], a[0] / x2[0], a[0] / x3[0], a[0] / x4[0], a[0] / x5[0], a[0] / x6[0],
        a[0] / x7[0], a[0] / x8[0], a[0] / x9[0], a[0] / x10[0], a[0] / x11[0], a[0] / x12[0],
    )


def arithmetic_uint16(
    a: pyrx.uint16[:],
    x0: pyrx.int8[:], x1: pyrx.int16[:], x2: pyrx.int32[:], x3: pyrx.int64[:], x4: pyrx.uint8[:], x5:
    pyrx.uint16[:], x6: pyrx.uint32[:], x7: pyrx.uint64[:], x8: pyrx.float32[:], x9: pyrx.float64[:], x10:
    pyrx.complex64[:], x11: pyrx.complex128[:], x12: pyrx.bool_[:],
):
    return (
        a[0] + x0[0], a[0] + x1[0], a[0] + x2[0], a[0] + x3[0], a[0] + x4[0], a[0] + x5[0], a[0] + x6[0],
        a[0] + x7[0], a[0] + x8[0], a[0] + x9[0], a[0] + x10[0], a[0] + x11[0], a[0] + x12[0],
        a[0] * x0[0], a[0] * x1[0], a[0] * x2[0], a[0] * x3[0], a[0] * x4[0], a[0] * x5[0], a[0] * x6[0],
        a[0] * x7[0], a[0] * x8[0], a[0] * x9[0], a[0] * x10[0], a[0] * x11[0], a[0] * x12[0],
        a[0] / x0[0], a[0] / x1[0], a[0] / x2[0], a[0] / x3[0], a[0] / x4[0], a[0] / x5[0], a[0] / x6[0],
        a[0] / x7[0], a[0] / x8[0], a[0] / x9[0], a[0] / x10[0], a[0] / x11[0], a[0] / x12[0],
    )


def arithmetic_uint32(
    a: pyrx.uint32[:],
    x0: pyrx.int8[:], x1: pyrx.int16[:], x2: pyrx.int32[:], x3: pyrx.int64[:], x4: pyrx.uint8[:], x5:
    pyrx.uint16[:], x6: pyrx.uint32[:], x7: pyrx.uint64[:], x8: pyrx.float32[:], x9: pyrx.float64[:], x10:
    pyrx.complex64[:], x11: pyrx.complex128[:], x12: pyrx.bool_[:],
):
    return (
        a[0] + x0[0], a[0] + x1[0], a[0] + x2[0], a[0] + x3[0], a[0] + x4[0], a[0] + x5[0], a[0] + x6[0],
        a[0] + x7[0], a[0] + x8[0], a[0] + x9[0], a[0] + x10[0], a[0] + x11[0], a[0] + x12[0],
        a[0] * x0[0], a[0] * x1[0], a[0] * x2[0], a[0] * x3[0], a[0] * x4[0], a[0] * x5[0], a[0] * x6[0],
        a[0] * x7[0], a[0] * x8[0], a[0] * x9[0], a[0] * x10[0], a[0] * x11[0], a[0] * x12[0],
        a[0] / x0[0], a[0] / x1[0], a[0] / x2[0], a[0] / x3[0], a[0] / x4[0], a[0] / x5[0], a[0] / x6[0],
        a[0] / x7[0], a[0] / x8[0], a[0] / x9[0], a[0] / x10[0], a[0] / x11[0], a[0] / x12[0],
    )


def arithmetic_uint64(
    a: pyrx.uint64[:],
    x0: pyrx.int8[:], x1: pyrx.int16[:], x2: pyrx.int32[:], x3: pyrx.int64[:], x4: pyrx.uint8[:], x5:
    pyrx.uint16[:], x6: pyrx.uint32[:], x7: pyrx.uint64[:], x8: pyrx.float32[:], x9: pyrx.float64[:], x10:
    pyrx.complex64[:], x11: pyrx.complex128[:], x12: pyrx.bool_[:],
):
    return (
        a[0] + x0[0], a[0] + x1[0], a[0] + x2[0], a[0] + x3[0], a[0] + x4[0], a[0] + x5[0], a[0] + x6[0],
        a[0] + x7[0], a[0] + x8[0], a[0] + x9[0], a[0] + x10[0], a[0] + x11[0], a[0] + x12[0],
        a[0] * x0[0], a[0] * x1[0], a[0] * x2[0], a[0] * x3[0], a[0] * x4[0], a[0] * x5[0], a[0] * x6[0],
        a[0] * x7[0], a[0] * x8[0], a[0] * x9[0], a[0] * x10[0], a[0] * x11[0], a[0] * x12[0],
        a[0] / x0[0], a[0] / x1[0], a[0] / x2[0], a[0] / x3[0], a[0] / x4[0], a[0] / x5[0], a[0] / x6[0],
        a[0] / x7[0], a[0] / x8[0], a[0] / x9[0], a[0] / x10[0], a[0] / x11[0], a[0] / x12[0],
    )


def arithmetic_float32(
    a: pyrx.float32[:],
    x0: pyrx.int8[:], x1: pyrx.int16[:], x2: pyrx.int32[:], x3: pyrx.int64[:], x4: pyrx.uint8[:], x5:
    pyrx.uint16[:], x6: pyrx.uint32[:], x7: pyrx.uint64[:], x8: pyrx.float32[:], x9: pyrx.float64[:], x10:
    pyrx.complex64[:], x11: pyrx.complex128[:], x12: pyrx.bool_[:],
):
    return (
        a[0] + x0[0], a[0] + x1[0], a[0] + x2[0], a[0] + x3[0], a[0] + x4[0], a[0] + x5[0], a[0] + x6[0],
        a[0] + x7[0], a[0] + x8[0], a[0] + x9[0], a[0] + x10[0], a[0] + x11[0], a[0] + x12[0],
        a[0] * x0[0], a[0] * x1[0], a[0] * x2[0], a[0] * x3[0], a[0] * x4[0], a[0] * x5[0], a[0] * x6[0],
        a[0] * x7[0], a[0] * x8[0], a[0] * x9[0], a[0] * x10[0], a[0] * x11[0], a[0] * x12[0],
        a[0] / x0[0], a[0] / x1[0], a[0] / x2[0], a[0] / x3[0], a[0] / x4[0], a[0] / x5[0], a[0] / x6[0],
        a[0] / x7[0], a[0] / x8[0], a[0] / x9[0], a[0] / x10[0], a[0] / x11[0], a[0] / x12[0],
    )


def arithmetic_float64(
    a: pyrx.float64[:],
    x0: pyrx.int8[:], x1: pyrx.int16[:], x2: pyrx.int32[:], x3: pyrx.int64[:], x4: pyrx.uint8[:], x5:
    pyrx.uint16[:], x6: pyrx.uint32[:], x7: pyrx.uint64[:], x8: pyrx.float32[:], x9: pyrx.float64[:], x10:
    pyrx.complex64[:], x11: pyrx.complex128[:], x12: pyrx.bool_[:],
):
    return (
        a[0] + x0[0], a[0] + x1[0], a[0] + x2[0], a[0] + x3[0], a[0] + x4[0], a[0] + x5[0], a[0] + x6[0],
        a[0] + x7[0], a[0] + x8[0], a[0] + x9[0], a[0] + x10[0], a[0] + x11[0], a[0] + x12[0],
        a[0] * x0[0], a[0] * x1[0], a[0] * x2[0], a[0] * x3[0], a[0] * x4[0], a[0] * x5[0], a[0] * x6[0],
        a[0] * x7[0], a[0] * x8[0], a[0] * x9[0], a[0] * x10[0], a[0] * x11[0], a[0] * x12[0],
        a[0] / x0[0], a[0] / x1[0], a[0] / x2[0], a[0] / x3[0], a[0] / x4[0], a[0] / x5[0], a[0] / x6[0],
        a[0] / x7[0], a[0] / x8[0], a[0] / x9[0], a[0] / x10[0], a[0] / x11[0], a[0] / x12[0],
    )


def arithmetic_complex64(
    a: pyrx.complex64[:],
    x0: pyrx.int8[:], x1: pyrx.int16[:], x2: pyrx.int32[:], x3: pyrx.int64[:], x4: pyrx.uint8[:], x5:
    pyrx.uint16[:], x6: pyrx.uint32[:], x7: pyrx.uint64[:], x8: pyrx.float32[:], x9: pyrx.float64[:], x10:
    pyrx.complex64[:], x11: pyrx.complex128[:], x12: pyrx.bool_[:],
):
    return (
        a[0] + x0[0], a[0] + x1[0], a[0] + x2[0], a[0] + x3[0], a[0] + x4[0], a[0] + x5[0], a[0] + x6[0],
        a[0] + x7[0], a[0] + x8[0], a[0] + x9[0], a[0] + x10[0], a[0] + x11[0], a[0] + x12[0],
        a[0] * x0[0], a[0] * x1[0], a[0] * x2[0], a[0] * x3[0], a[0] * x4[0], a[0] * x5[0], a[0] * x6[0],
        a[0] * x7[0], a[0] * x8[0], a[0] * x9[0], a[0] * x10[0], a[0] * x11[0], a[0] * x12[0],
        a[0] / x0[0], a[0] / x1[0], a[0] / x2[0], a[0] / x3[0], a[0] / x4[0], a[0] / x5[0], a[0] / x6[0],
        a[0] / x7[0], a[0] / x8[0], a[0] / x9[0], a[0] / x10[0], a[0] / x11[0], a[0] / x12[0],
    )


def arithmetic_complex128(
    a: pyrx.complex128[:],
    x0: pyrx.int8[:], x1: pyrx.int16[:], x2: pyrx.int32[:], x3: pyrx.int64[:], x4: pyrx.uint8[:], x5:
    pyrx.uint16[:], x6: pyrx.uint32[:], x7: pyrx.uint64[:], x8: pyrx.float32[:], x9: pyrx.float64[:], x10:
    pyrx.complex64[:], x11: pyrx.complex128[:], x12: pyrx.bool_[:],
):
    return (
        a[0] + x0[0], a[0] + x1[0], a[0] + x2[0], a[0] + x3[0], a[0] + x4[0], a[0] + x5[0], a[0] + x6[0],
        a[0] + x7[0], a[0] + x8[0], a[0] + x9[0], a[0] + x10[0], a[0] + x11[0], a[0] + x12[0],
        a[0] * x0[0], a[0] * x1[0], a[0] * x2[0], a[0] * x3[0], a[0] * x4[0], a[0] * x5[0], a[0] * x6[0],
        a[0] * x7[0], a[0] * x8[0], a[0] * x9[0], a[0] * x10[0], a[0] * x11[0], a[0] * x12[0],
        a[0] / x0[0], a[0] / x1[0], a[0] / x2[0], a[0] / x3[0], a[0] / x4[0], a[0] / x5[0], a[0] / x6[0],
        a[0] / x7[0], a[0] / x8[0], a[0] / x9[0], a[0] / x10[0], a[0] / x11[0], a[0] / x12[0],
    )


def arithmetic_bool_(
    a: pyrx.bool_[:],
    x0: pyrx.int8[:], x1: pyrx.int16[:], x2: pyrx.int32[:], x3: pyrx.int64[:], x4: pyrx.uint8[:], x5:
    pyrx.uint16[:], x6: pyrx.uint32[:], x7: pyrx.uint64[:], x8: pyrx.float32[:], x9: pyrx.float64[:], x10:
    pyrx.complex64[:], x11: pyrx.complex128[:], x12: pyrx.bool_[:],
):
    return (
        a[0] + x0[0], a[0] + x1[0], a[0] + x2[0], a[0] + x3[0], a[0] + x4[0], a[0] + x5[0], a[0] + x6[0],
        a[0] + x7[0], a[0] + x8[0], a[0] + x9[0], a[0] + x10[0], a[0] + x11[0], a[0] + x12[0],
        a[0] * x0[0], a[0] * x1[0], a[0] * x2[0], a[0] * x3[0], a[0] * x4[0], a[0] * x5[0], a[0] * x6[0],
        a[0] * x7[0], a[0] * x8[0], a[0] * x9[0], a[0] * x10[0], a[0] * x11[0], a[0] * x12[0],
        a[0] / x0[0], a[0] / x1[0], a[0] / x2[0], a[0] / x3[0], a[0] / x4[0], a[0] / x5[0], a[0] / x6[0],
        a[0] / x7[0], a[0] / x8[0], a[0] / x9[0], a[0] / x10[0], a[0] / x11[0], a[0] / x12[0],
    )


def order_int8(
    a: pyrx.int8[:],
    x0: pyrx.int8[:], x1: pyrx.int16[:], x2: pyrx.int32[:], x3: pyrx.int64[:], x4: pyrx.uint8[:], x5:
    pyrx.uint16[:], x6: pyrx.uint32[:], x7: pyrx.uint64[:], x8: pyrx.float32[:], x9: pyrx.float64[:],
):
    return (
        a[0] - x0[0], a[0] - x1[0], a[0] - x2[0], a[0] - x3[0], a[0] - x4[0], a[0] - x5[0], a[0] - x6[0],
        a[0] - x7[0], a[0] - x8[0], a[0] - x9[0],
        a[0] < x0[0], a[0] < x1[0], a[0] < x2[0], a[0] < x3[0], a[0] < x4[0], a[0] < x5[0], a[0] < x6[0],
        a[0] < x7[0], a[0] < x8[0], a[0] < x9[0],
        a[0] == x0[0], a[0] == x1[0], a[0] == x2[0], a[0] == x3[0], a[0] == x4[0], a[0] == x5[0], a[0] ==
        x6[0], a[0] == x7[0], a[0] == x8[0], a[0] == x9[0],
    )


def order_int16(
    a: pyrx.int16[:],
    x0: pyrx.int8[:], x1: pyrx.int16[:], x2: pyrx.int32[:], x3: pyrx.int64[:], x4: pyrx.uint8[:], x5:
    pyrx.uint16[:], x6: pyrx.uint32[:], x7: pyrx.uint64[:], x8: pyrx.float32[:], x9: pyrx.float64[:],
):
    return (
        a[0] - x0[0], a[0] - x1[0], a[0] - x2[0], a[0] - x3[0], a[0] - x4[0], a[0] - x5[0], a[0] - x6[0],
        a[0] - x7[0], a[0] - x8[0], a[0] - x9[0],
        a[0] < x0[0], a[0] < x1[0], a[0] < x2[0], a[0] < x3[0], a[0] < x4[0], a[0] < x5[0], a[0] < x6[0],
        a[0] < x7[0], a[0] < x8[0], a[0] < x9[0],
        a[0] == x0[0], a[0] == x1[0], a[0] == x2[0], a[0] == x3[0], a[0] == x4[0], a[0] == x5[0], a[0] ==
        x6[0], a[0] == x7[0], a[0] == x8[0], a[0] == x9[0],
    )


def order_int32(
    a: pyrx.int32[:],
    x0: pyrx.int8[:], x1: pyrx.int16[:], x2: pyrx.int32[:], x3: pyrx.int64[:], x4: pyrx.uint8[:], x5:
    pyrx.uint16[:], x6: pyrx.uint32[:], x7: pyrx.uint64[:], x8: pyrx.float32[:], x9: pyrx.float64[:],
):
    return (
        a[0] - x0[0], a[0] - x1[0], a[0] - x2[0], a[0] - x3[0], a[0] - x4[0], a[0] - x5[0], a[0] - x6[0],
        a[0] - x7[0], a[0] - x8[0], a[0] - x9[0],
        a[0] < x0[0], a[0] < x1[0], a[0] < x2[0], a[0] < x3[0], a[0] < x4[0], a[0] < x5[0], a[0] < x6[0],
        a[0] < x7[0], a[0] < x8[0], a[0] < x9[0],
        a[0] == x0[0], a[0] == x1[0], a[0] == x2[0], a[0] == x3[0], a[0] == x4[0], a[0] == x5[0], a[0] ==
        x6[0], a[0] == x7[0], a[0] == x8[0], a[0] == x9[0],
    )


def order_int64(
    a: pyrx.int64[:],
    x0: pyrx.int8[:], x1: pyrx.int16[:], x2: pyrx.int32[:], x3: pyrx.int64[:], x4: pyrx.uint8[:], x5:
    pyrx.uint16[:], x6: pyrx.uint32[:], x7: pyrx.uint64[:], x8: pyrx.float32[:], x9: pyrx.float64[:],
):
    return (
        a[0] - x0[0], a[0] - x1[0], a[0] - x2[0], a[0] - x3[0], a[0] - x4[0], a[0] - x5[0], a[0] - x6[0],
        a[0] - x7[0], a[0] - x8[0], a[0] - x9[0],
        a[0] < x0[0], a[0] < x1[0], a[0] < x2[0], a[0] < x3[0], a[0] < x4[0], a[0] < x5[0], a[0] < x6[0],
        a[0] < x7[0], a[0] < x8[0], a[0] < x9[0],
        a[0] == x0[0], a[0] == x1[0], a[0] == x2[0], a[0] == x3[0], a[0] == x4[0], a[0] == x5[0], a[0] ==
        x6[0], a[0] == x7[0], a[0] == x8[0], a[0] == x9[0],
    )


def order_uint8(
    a: pyrx.uint8[:],
    x0: pyrx.int8[:], x1: pyrx.int16[:], x2: pyrx.int32[:], x3: pyrx.int64[:], x4: pyrx.uint8[:], x5:
    pyrx.uint16[:], x6: pyrx.uint32[:], x7: pyrx.uint64[:], x8: pyrx.float32[:], x9: pyrx.float64[:],
):
    return (
        a[0] - x0[0], a[0] - x1[0], a[0] - x2[0], a[0] - x3[0], a[0] - x4[0], a[0] - x5[0], a[0] - x6[0],
        a[0] - x7[0], a[0] - x8[0], a[0] - x9[0],
        a[0] < x0[0], a[0] < x1[0], a[0] < x2[0], a[0] < x3[0], a[0] < x4[0], a[0] < x5[0], a[0] < x6[0],
        a[0] < x7[0], a[0] < x8[0], a[0] < x9[0],
        a[0] == x0[0], a[0] == x1[0], a[0] == x2[0], a[0] == x3[0], a[0] == x4[0], a[0] == x5[0], a[0] ==
        x6[0], a[0] == x7[0], a[0] == x8[0], a[0] == x9[0],
    )


def order_uint16(
    a: pyrx.uint16[:],
    x0: pyrx.int8[:], x1: pyrx.int16[:], x2: pyrx.int32[:], x3: pyrx.int64[:], x4: pyrx.uint8[:], x5:
    pyrx.uint16[:], x6: pyrx.uint32[:], x7: pyrx.uint64[:], x8: pyrx.float32[:], x9: pyrx.float64[:],
):
    return (
        a[0] - x0[0], a[0] - x1[0], a[0] - x2[0], a[0] - x3[0], a[0] - x4[0], a[0] - x5[0], a[0] - x6[0],
        a[0] - x7[0], a[0] - x8[0], a[0] - x9[0],
        a[0] < x0[0], a[0] < x1[0], a[0] < x2[0], a[0] < x3[0], a[0] < x4[0], a[0] < x5[0], a[0] < x6[0],
        a[0] < x7[0], a[0] < x8[0], a[0] < x9[0],
        a[0] == x0[0], a[0] == x1[0], a[0] == x2[0], a[0] == x3[0], a[0] == x4[0], a[0] == x5[0], a[0] ==
        x6[0], a[0] == x7[0], a[0] == x8[0], a[0] == x9[0],
    )


def order_uint32(
    a: pyrx.uint32[:],
    x0: pyrx.int8[:], x1: pyrx.int16[:], x2: pyrx.int32[:], x3: pyrx.int64[:], x4: pyrx.uint8[:], x5:
    pyrx.uint16[:], x6: pyrx.uint32[:], x7: pyrx.uint64[:], x8: pyrx.float32[:], x9: pyrx.float64[:],
):
    return (
        a[0] - x0[0], a[0] - x1[0], a[0] - x2[0], a[0] - x3[0], a[0] - x4[0], a[0] - x5[0], a[0] - x6[0],
        a[0] - x7[0], a[0] - x8[0], a[0] - x9[0],
        a[0] < x0[0], a[0] < x1[0], a[0] < x2[0], a[0] < x3[0], a[0] < x4[0], a[0] < x5[0], a[0] < x6[0],
        a[0] < x7[0], a[0] < x8[0], a[0] < x9[0],
        a[0] == x0[0], a[0] == x1[0], a[0] == x2[0], a[0] == x3[0], a[0] == x4[0], a[0] == x5[0], a[0] ==
        x6[0], a[0] == x7[0], a[0] == x8[0], a[0] == x9[0],
    )


def order_uint64(
    a: pyrx.uint64[:],
    x0: pyrx.int8[:], x1: pyrx.int16[:], x2: pyrx.int32[:], x3: pyrx.int64[:], x4: pyrx.uint8[:], x5:
    pyrx.uint16[:], x6: pyrx.uint32[:], x7: pyrx.uint64[:], x8: pyrx.float32[:], x9: pyrx.float64[:],
):
    return (
        a[0] - x0[0], a[0] - x1[0], a[0] - x2[0], a[0] - x3[0], a[0] - x4[0], a[0] - x5[0], a[0] - x6[0],
        a[0] - x7[0], a[0] - x8[0], a[0] - x9[0],
        a[0] < x0[0], a[0] < x1[0], a[0] < x2[0], a[0] < x3[0], a[0] < x4[0], a[0] < x5[0], a[0] < x6[0],
        a[0] < x7[0], a[0] < x8[0], a[0] < x9[0],
        a[0] == x0[0], a[0] == x1[0], a[0] == x2[0], a[0] == x3[0], a[0] == x4[0], a[0] == x5[0], a[0] ==
        x6[0], a[0] == x7[0], a[0] == x8[0], a[0] == x9[0],
    )


def order_float32(
    a: pyrx.float32[:],
    x0: pyrx.int8[:], x1: pyrx.int16[:], x2: pyrx.int32[:], x3: pyrx.int64[:], x4: pyrx.uint8[:], x5:
    pyrx.uint16[:], x6: pyrx.uint32[:], x7: pyrx.uint64[:], x8: pyrx.float32[:], x9: pyrx.float64[:],
):
    return (
        a[0] - x0[0], a[0] - x1[0], a[0] - x2[0], a[0] - x3[0], a[0] - x4[0], a[0] - x5[0], a[0] - x6[0],
        a[0] - x7[0], a[0] - x8[0], a[0] - x9[0],
        a[0] < x0[0], a[0] < x1[0], a[0] < x2[0], a[0] < x3[0], a[0] < x4[0], a[0] < x5[0], a[0] < x6[0],
        a[0] < x7[0], a[0] < x8[0], a[0] < x9[0],
        a[0] == x0[0], a[0] == x1[0], a[0] == x2[0], a[0] == x3[0], a[0] == x4[0], a[0] == x5[0], a[0] ==
        x6[0], a[0] == x7[0], a[0] == x8[0], a[0] == x9[0],
    )


def order_float64(
    a: pyrx.float64[:],
    x0: pyrx.int8[:], x1: pyrx.int16[:], x2: pyrx.int32[:], x3: pyrx.int64[:], x4: pyrx.uint8[:], x5:
    pyrx.uint16[:], x6: pyrx.uint32[:], x7: pyrx.uint64[:], x8: pyrx.float32[:], x9: pyrx.float64[:],
):
    return (
        a[0] - x0[0], a[0] - x1[0], a[0] - x2[0], a[0] - x3[0], a[0] - x4[0], a[0] - x5[0], a[0] - x6[0],
        a[0] - x7[0], a[0] - x8[0], a[0] - x9[0],
        a[0] < x0[0], a[0] < x1[0], a[0] < x2[0], a[0] < x3[0], a[0] < x4[0], a[0] < x5[0], a[0] < x6[0],
        a[0] < x7[0], a[0] < x8[0], a[0] < x9[0],
        a[0] == x0[0], a[0] == x1[0], a[0] == x2[0], a[0] == x3[0], a[0] == x4[0], a[0] == x5[0], a[0] ==
        x6[0], a[0] == x7[0], a[0] == x8[0], a[0] == x9[0],
    )


def floor_int8(
    a: pyrx.int8[:],
    x0: pyrx.int8[:], x1: pyrx.int16[:], x2: pyrx.int32[:], x3: pyrx.int64[:], x4: pyrx.uint8[:], x5:
    pyrx.uint16[:], x6: pyrx.uint32[:], x7: pyrx.uint64[:], x8: pyrx.float32[:], x9: pyrx.float64[:],
):
    return (
        a[0] // x0[0], a[0] // x1[0], a[0] // x2[0], a[0] // x3[0], a[0] // x4[0], a[0] // x5[0], a[0] //
        x6[0], a[0] // x7[0], a[0] // x8[0], a[0] // x9[0],
        a[0] % x0[0], a[0] % x1[0], a[0] % x2[0], a[0] % x3[0], a[0] % x4[0], a[0] % x5[0], a[0] % x6[0],
        a[0] % x7[0], a[0] % x8[0], a[0] % x9[0],
    )


def floor_int16(
    a: pyrx.int16[:],
    x0: pyrx.int8[:], x1: pyrx.int16[:], x2: pyrx.int32[:], x3: pyrx.int64[:], x4: pyrx.uint8[:], x5:
    pyrx.uint16[:], x6: pyrx.uint32[:], x7: pyrx.uint64[:], x8: pyrx.float32[:], x9: pyrx.float64[:],
):
    return (
        a[0] // x0[0], a[0] // x1[0], a[0] // x2[0], a[0] // x3[0], a[0] // x4[0], a[0] // x5[0], a[0] //
        x6[0], a[0] // x7[0], a[0] // x8[0], a[0] // x9[0],
        a[0] % x0[0], a[0] % x1[0], a[0] % x2[0], a[0] % x3[0], a[0] % x4[0], a[0] % x5[0], a[0] % x6[0],
        a[0] % x7[0], a[0] % x8[0], a[0] % x9[0],
    )


def floor_int32(
    a: pyrx.int32[:],
    x0: pyrx.int8[:], x1: pyrx.int16[:], x2: pyrx.int32[:], x3: pyrx.int64[:], x4: pyrx.uint8[:], x5:
    pyrx.uint16[:], x6: pyrx.uint32[:], x7: pyrx.uint64[:], x8: pyrx.float32[:], x9: pyrx.float64[:],
):
    return (
        a[0] // x0[0], a[0] // x1[0], a[0] // x2[0], a[0] // x3[0], a[0] // x4[0], a[0] // x5[0], a[0] //
        x6[0], a[0] // x7[0], a[0] // x8[0], a[0] // x9[0],
        a[0] % x0[0], a[0] % x1[0], a[0] % x2[0], a[0] % x3[0], a[0] % x4[0], a[0] % x5[0], a[0] % x6[0],
        a[0] % x7[0], a[0] % x8[0], a[0] % x9[0],
    )


def floor_int64(
    a: pyrx.int64[:],
    x0: pyrx.int8[:], x1: pyrx.int16[:], x2: pyrx.int32[:], x3: pyrx.int64[:], x4: pyrx.uint8[:], x5:
    pyrx.uint16[:], x6: pyrx.uint32[:], x7: pyrx.uint64[:], x8: pyrx.float32[:], x9: pyrx.float64[:],
):
    return (
        a[0] // x0[0], a[0] // x1[0], a[0] // x2[0], a[0] // x3[0], a[0] // x4[0], a[0] // x5[0], a[0] //
        x6[0], a[0] // x7[0], a[0] // x8[0], a[0] // x9[0],
        a[0] % x0[0], a[0] % x1[0], a[0] % x2[0], a[0] % x3[0], a[0] % x4[0], a[0] % x5[0], a[0] % x6[0],
        a[0] % x7[0], a[0] % x8[0], a[0] % x9[0],
    )


def floor_uint8(
    a: pyrx.uint8[:],
    x0: pyrx.int8[:], x1: pyrx.int16[:], x2: pyrx.int32[:], x3: pyrx.int64[:], x4: pyrx.uint8[:], x5:
    pyrx.uint16[:], x6: pyrx.uint32[:], x7: pyrx.uint64[:], x8: pyrx.float32[:], x9: pyrx.float64[:],
):
    return (
        a[0] // x0[0], a[0] // x1[0], a[0] // x2[0], a[0] // x3[0], a[0] // x4[0], a[0] // x5[0], a[0] //
        x6[0], a[0] // x7[0], a[0] // x8[0], a[0] // x9[0],
        a[0] % x0[0], a[0] % x1[0], a[0] % x2[0], a[0] % x3[0], a[0] % x4[0], a[0] % x5[0], a[0] % x6[0],
        a[0] % x7[0], a[0] % x8[0], a[0] % x9[0],
    )


def floor_uint16(
    a: pyrx.uint16[:],
    x0: pyrx.int8[:], x1: pyrx.int16[:], x2: pyrx.int32[:], x3: pyrx.int64[:], x4: pyrx.uint8[:], x5:
    pyrx.uint16[:], x6: pyrx.uint32[:], x7: pyrx.uint64[:], x8: pyrx.float32[:], x9: pyrx.float64[:],
):
    return (
        a[0] // x0[0], a[0] // x1[0], a[0] // x2[0], a[0] // x3[0], a[0] // x4[0], a[0] // x5[0], a[0] //
        x6[0], a[0] // x7[0], a[0] // x8[0], a[0] // x9[0],
        a[0] % x0[0], a[0] % x1[0], a[0] % x2[0], a[0] % x3[0], a[0] % x4[0], a[0] % x5[0], a[0] % x6[0],
        a[0] % x7[0], a[0] % x8[0], a[0] % x9[0],
    )


def floor_uint32(
    a: pyrx.uint32[:],
    x0: pyrx.int8[:], x1: pyrx.int16[:], x2: pyrx.int32[:], x3: pyrx.int64[:], x4: pyrx.uint8[:], x5:
    pyrx.uint16[:], x6: pyrx.uint32[:], x7: pyrx.uint64[:], x8: pyrx.float32[:], x9: pyrx.float64[:],
):
    return (
        a[0] // x0[0], a[0] // x1[0], a[0] // x2[0], a[0] // x3[0], a[0] // x4[0], a[0] // x5[0], a[0] //
        x6[0], a[0] // x7[0], a[0] // x8[0], a[0] // x9[0],
        a[0] % x0[0], a[0] % x1[0], a[0] % x2[0], a[0] % x3[0], a[0] % x4[0], a[0] % x5[0], a[0] % x6[0],
        a[0] % x7[0], a[0] % x8[0], a[0] % x9[0],
    )


def floor_uint64(
    a: pyrx.uint64[:],
    x0: pyrx.int8[:], x1: pyrx.int16[:], x2: pyrx.int32[:], x3: pyrx.int64[:], x4: pyrx.uint8[:], x5:
    pyrx.uint16[:], x6: pyrx.uint32[:], x7: pyrx.uint64[:], x8: pyrx.float32[:], x9: pyrx.float64[:],
):
    return (
        a[0] // x0[0], a[0] // x1[0], a[0] // x2[0], a[0] // x3[0], a[0] // x4[0], a[0] // x5[0], a[0] //
        x6[0], a[0] // x7[0], a[0] // x8[0], a[0] // x9[0],
        a[0] % x0[0], a[0] % x1[0], a[0] % x2[0], a[0] % x3[0], a[0] % x4[0], a[0] % x5[0], a[0] % x6[0],
        a[0] % x7[0], a[0] % x8[0], a[0] % x9[0],
    )


def floor_float32(
    a: pyrx.float32[:],
    x0: pyrx.int8[:], x1: pyrx.int16[:], x2: pyrx.int32[:], x3: pyrx.int64[:], x4: pyrx.uint8[:], x5:
    pyrx.uint16[:], x6: pyrx.uint32[:], x7: pyrx.uint64[:], x8: pyrx.float32[:], x9: pyrx.float64[:],
):
    return (
        a[0] // x0[0], a[0] // x1[0], a[0] // x2[0], a[0] // x3[0], a[0] // x4[0], a[0] // x5[0], a[0] //
        x6[0], a[0] // x7[0], a[0] // x8[0], a[0] // x9[0],
        a[0] % x0[0], a[0] % x1[0], a[0] % x2[0], a[0] % x3[0], a[0] % x4[0], a[0] % x5[0], a[0] % x6[0],
        a[0] % x7[0], a[0] % x8[0], a[0] % x9[0],
    )


def floor_float64(
    a: pyrx.float64[:],
    x0: pyrx.int8[:], x1: pyrx.int16[:], x2: pyrx.int32[:], x3: pyrx.int64[:], x4: pyrx.uint8[:], x5:
    pyrx.uint16[:], x6: pyrx.uint32[:], x7: pyrx.uint64[:], x8: pyrx.float32[:], x9: pyrx.float64[:],
):
    return (
        a[0] // x0[0], a[0] // x1[0], a[0] // x2[0], a[0] // x3[0], a[0] // x4[0], a[0] // x5[0], a[0] //
        x6[0], a[0] // x7[0], a[0] // x8[0], a[0] // x9[0],
        a[0] % x0[0], a[0] % x1[0], a[0] % x2[0], a[0] % x3[0], a[0] % x4[0], a[0] % x5[0], a[0] % x6[0],
        a[0] % x7[0], a[0] % x8[0], a[0] % x9[0],
    )


def bits_int8(
    a: pyrx.int8[:],
    x0: pyrx.int8[:], x1: pyrx.int16[:], x2: pyrx.int32[:], x3: pyrx.int64[:], x4: pyrx.uint8[:], x5:
    pyrx.uint16[:], x6: pyrx.uint32[:],
):
    return (
        a[0] & x0[0], a[0] & x1[0], a[0] & x2[0], a[0] & x3[0], a[0] & x4[0], a[0] & x5[0], a[0] & x6[0],
        a[0] << x0[0], a[0] << x1[0], a[0] << x2[0], a[0] << x3[0], a[0] << x4[0], a[0] << x5[0], a[0] <<
        x6[0],
    )


def bits_int16(
    a: pyrx.int16[:],
    x0: pyrx.int8[:], x1: pyrx.int16[:], x2: pyrx.int32[:], x3: pyrx.int64[:], x4: pyrx.uint8[:], x5:
    pyrx.uint16[:], x6: pyrx.uint32[:],
):
    return (
        a[0] & x0[0], a[0] & x1[0], a[0] & x2[0], a[0] & x3[0], a[0] & x4[0], a[0] & x5[0], a[0] & x6[0],
        a[0] << x0[0], a[0] << x1[0], a[0] << x2[0], a[0] << x3[0], a[0] << x4[0], a[0] << x5[0], a[0] <<
        x6[0],
    )


def bits_int32(
    a: pyrx.int32[:],
    x0: pyrx.int8[:], x1: pyrx.int16[:], x2: pyrx.int32[:], x3: pyrx.int64[:], x4: pyrx.uint8[:], x5:
    pyrx.uint16[:], x6: pyrx.uint32[:],
):
    return (
        a[0] & x0[0], a[0] & x1[0], a[0] & x2[0], a[0] & x3[0], a[0] & x4[0], a[0] & x5[0], a[0] & x6[0],
        a[0] << x0[0], a[0] << x1[0], a[0] << x2[0], a[0] << x3[0], a[0] << x4[0], a[0] << x5[0], a[0] <<
        x6[0],
    )


def bits_int64(
    a: pyrx.int64[:],
    x0: pyrx.int8[:], x1: pyrx.int16[:], x2: pyrx.int32[:], x3: pyrx.int64[:], x4: pyrx.uint8[:], x5:
    pyrx.uint16[:], x6: pyrx.uint32[:],
):
    return (
        a[0] & x0[0], a[0] & x1[0], a[0] & x2[0], a[0] & x3[0], a[0] & x4[0], a[0] & x5[0], a[0] & x6[0],
        a[0] << x0[0], a[0] << x1[0], a[0] << x2[0], a[0] << x3[0], a[0] << x4[0], a[0] << x5[0], a[0] <<
        x6[0],
    )


def bits_uint8(
    a: pyrx.uint8[:],
    x0: pyrx.int8[:], x1: pyrx.int16[:], x2: pyrx.int32[:], x3: pyrx.int64[:], x4: pyrx.uint8[:], x5:
    pyrx.uint16[:], x6: pyrx.uint32[:], x7: pyrx.uint64[:],
):
    return (
        a[0] & x0[0], a[0] & x1[0], a[0] & x2[0], a[0] & x3[0], a[0] & x4[0], a[0] & x5[0], a[0] & x6[0],
        a[0] & x7[0],
        a[0] << x0[0], a[0] << x1[0], a[0] << x2[0], a[0] << x3[0], a[0] << x4[0], a[0] << x5[0], a[0] <<
        x6[0], a[0] << x7[0],
    )


def bits_uint16(
    a: pyrx.uint16[:],
    x0: pyrx.int8[:], x1: pyrx.int16[:], x2: pyrx.int32[:], x3: pyrx.int64[:], x4: pyrx.uint8[:], x5:
    pyrx.uint16[:], x6: pyrx.uint32[:], x7: pyrx.uint64[:],
):
    return (
        a[0] & x0[0], a[0] & x1[0], a[0] & x2[0], a[0] & x3[0], a[0] & x4[0], a[0] & x5[0], a[0] & x6[0],
        a[0] & x7[0],
        a[0] << x0[0], a[0] << x1[0], a[0] << x2[0], a[0] << x3[0], a[0] << x4[0], a[0] << x5[0], a[0] <<
        x6[0], a[0] << x7[0],
    )


def bits_uint32(
    a: pyrx.uint32[:],
    x0: pyrx.int8[:], x1: pyrx.int16[:], x2: pyrx.int32[:], x3: pyrx.int64[:], x4: pyrx.uint8[:], x5:
    pyrx.uint16[:], x6: pyrx.uint32[:], x7: pyrx.uint64[:],
):
    return (
        a[0] & x0[0], a[0] & x1[0], a[0] & x2[0], a[0] & x3[0], a[0] & x4[0], a[0] & x5[0], a[0] & x6[0],
        a[0] & x7[0],
        a[0] << x0[0], a[0] << x1[0], a[0] << x2[0], a[0] << x3[0], a[0] << x4[0], a[0] << x5[0], a[0] <<
        x6[0], a[0] << x7[0],
    )


def bits_uint64(
    a: pyrx.uint64[:],
    x0: pyrx.uint8[:], x1: pyrx.uint16[:], x2: pyrx.uint32[:], x3: pyrx.uint64[:],
):
    return (
        a[0] & x0[0], a[0] & x1[0], a[0] & x2[0], a[0] & x3[0],
        a[0] << x0[0], a[0] << x1[0], a[0] << x2[0], a[0] << x3[0],
    )


def no_common_integer(a: pyrx.int64[:], b: pyrx.uint64[:]):  # level: any
    return a[0] & b[0]


def bool_minus_bool(a: pyrx.bool_[:]):  # level: any
    return a[0] - a[1]


# --- calls
(arithmetic_int8(np.array([m], np.int8), *[np.array([n], t) for t in NUMBER_TYPES]) for m, n in ((1, 1), (100, 3), (0, 0), (3, 100)))
(arithmetic_int16(np.array([m], np.int16), *[np.array([n], t) for t in NUMBER_TYPES]) for m, n in ((1, 1), (100, 3), (0, 0), (3, 100)))
(arithmetic_int32(np.array([m], np.int32), *[np.array([n], t) for t in NUMBER_TYPES]) for m, n in ((1, 1), (100, 3), (0, 0), (3, 100)))
(arithmetic_int64(np.array([m], np.int64), *[np.array([n], t) for t in NUMBER_TYPES]) for m, n in ((1, 1), (100, 3), (0, 0), (3, 100)))
(arithmetic_uint8(np.array([m], np.uint8), *[np.array([n], t) for t in NUMBER_TYPES]) for m, n in ((1, 1), (100, 3), (0, 0), (3, 100)))
(arithmetic_uint16(np.array([m], np.uint16), *[np.array([n], t) for t in NUMBER_TYPES]) for m, n in ((1, 1), (100, 3), (0, 0), (3, 100)))
(arithmetic_uint32(np.array([m], np.uint32), *[np.array([n], t) for t in NUMBER_TYPES]) for m, n in ((1, 1), (100, 3), (0, 0), (3, 100)))
(arithmetic_uint64(np.array([m], np.uint64), *[np.array([n], t) for t in NUMBER_TYPES]) for m, n in ((1, 1), (100, 3), (0, 0), (3, 100)))
(arithmetic_float32(np.array([m], np.float32), *[np.array([n], t) for t in NUMBER_TYPES]) for m, n in ((1, 1), (100, 3), (0, 0), (3, 100)))
(arithmetic_float64(np.array([m], np.float64), *[np.array([n], t) for t in NUMBER_TYPES]) for m, n in ((1, 1), (100, 3), (0, 0), (3, 100)))
(arithmetic_complex64(np.array([m], np.complex64), *[np.array([n], t) for t in NUMBER_TYPES]) for m, n in ((1, 1), (100, 3), (0, 0), (3, 100)))
(arithmetic_complex128(np.array([m], np.complex128), *[np.array([n], t) for t in NUMBER_TYPES]) for m, n in ((1, 1), (100, 3), (0, 0), (3, 100)))
(arithmetic_bool_(np.array([m], np.bool_), *[np.array([n], t) for t in NUMBER_TYPES]) for m, n in ((1, 1), (100, 3), (0, 0), (3, 100)))
(order_int8(np.array([m], np.int8), *[np.array([n], t) for t in NUMBER_TYPES[:10]]) for m, n in ((1, 1), (100, 3), (0, 0), (3, 100)))
(order_int16(np.array([m], np.int16), *[np.array([n], t) for t in NUMBER_TYPES[:10]]) for m, n in ((1, 1), (100, 3), (0, 0), (3, 100)))
(order_int32(np.array([m], np.int32), *[np.array([n], t) for t in NUMBER_TYPES[:10]]) for m, n in ((1, 1), (100, 3), (0, 0), (3, 100)))
(order_int64(np.array([m], np.int64), *[np.array([n], t) for t in NUMBER_TYPES[:10]]) for m, n in ((1, 1), (100, 3), (0, 0), (3, 100)))
(order_uint8(np.array([m], np.uint8), *[np.array([n], t) for t in NUMBER_TYPES[:10]]) for m, n in ((1, 1), (100, 3), (0, 0), (3, 100)))
(order_uint16(np.array([m], np.uint16), *[np.array([n], t) for t in NUMBER_TYPES[:10]]) for m, n in ((1, 1), (100, 3), (0, 0), (3, 100)))
(order_uint32(np.array([m], np.uint32), *[np.array([n], t) for t in NUMBER_TYPES[:10]]) for m, n in ((1, 1), (100, 3), (0, 0), (3, 100)))
(order_uint64(np.array([m], np.uint64), *[np.array([n], t) for t in NUMBER_TYPES[:10]]) for m, n in ((1, 1), (100, 3), (0, 0), (3, 100)))
(order_float32(np.array([m], np.float32), *[np.array([n], t) for t in NUMBER_TYPES[:10]]) for m, n in ((1, 1), (100, 3), (0, 0), (3, 100)))
(order_float64(np.array([m], np.float64), *[np.array([n], t) for t in NUMBER_TYPES[:10]]) for m, n in ((1, 1), (100, 3), (0, 0), (3, 100)))
(floor_int8(np.array([m], np.int8), *[np.array([n], t) for t in NUMBER_TYPES[:10]]) for m, n in ((1, 1), (100, 3), (0, 0), (3, 100)))
(floor_int16(np.array([m], np.int16), *[np.array([n], t) for t in NUMBER_TYPES[:10]]) for m, n in ((1, 1), (100, 3), (0, 0), (3, 100)))
(floor_int32(np.array([m], np.int32), *[np.array([n], t) for t in NUMBER_TYPES[:10]]) for m, n in ((1, 1), (100, 3), (0, 0), (3, 100)))
(floor_int64(np.array([m], np.int64), *[np.array([n], t) for t in NUMBER_TYPES[:10]]) for m, n in ((1, 1), (100, 3), (0, 0), (3, 100)))
(floor_uint8(np.array([m], np.uint8), *[np.array([n], t) for t in NUMBER_TYPES[:10]]) for m, n in ((1, 1), (100, 3), (0, 0), (3, 100)))
(floor_uint16(np.array([m], np.uint16), *[np.array([n], t) for t in NUMBER_TYPES[:10]]) for m, n in ((1, 1), (100, 3), (0, 0), (3, 100)))
(floor_uint32(np.array([m], np.uint32), *[np.array([n], t) for t in NUMBER_TYPES[:10]]) for m, n in ((1, 1), (100, 3), (0, 0), (3, 100)))
(floor_uint64(np.array([m], np.uint64), *[np.array([n], t) for t in NUMBER_TYPES[:10]]) for m, n in ((1, 1), (100, 3), (0, 0), (3, 100)))
(floor_float32(np.array([m], np.float32), *[np.array([n], t) for t in NUMBER_TYPES[:10]]) for m, n in ((1, 1), (100, 3), (0, 0), (3, 100)))
(floor_float64(np.array([m], np.float64), *[np.array([n], t) for t in NUMBER_TYPES[:10]]) for m, n in ((1, 1), (100, 3), (0, 0), (3, 100)))
(bits_int8(np.array([m], np.int8), *[np.array([n], t) for t in INT_TYPES[:7]]) for m, n in ((1, 1), (100, 3), (0, 0), (3, 100)))
(bits_int16(np.array([m], np.int16), *[np.array([n], t) for t in INT_TYPES[:7]]) for m, n in ((1, 1), (100, 3), (0, 0), (3, 100)))
(bits_int32(np.array([m], np.int32), *[np.array([n], t) for t in INT_TYPES[:7]]) for m, n in ((1, 1), (100, 3), (0, 0), (3, 100)))
(bits_int64(np.array([m], np.int64), *[np.array([n], t) for t in INT_TYPES[:7]]) for m, n in ((1, 1), (100, 3), (0, 0), (3, 100)))
(bits_uint8(np.array([m], np.uint8), *[np.array([n], t) for t in INT_TYPES]) for m, n in ((1, 1), (100, 3), (0, 0), (3, 100)))
(bits_uint16(np.array([m], np.uint16), *[np.array([n], t) for t in INT_TYPES]) for m, n in ((1, 1), (100, 3), (0, 0), (3, 100)))
(bits_uint32(np.array([m], np.uint32), *[np.array([n], t) for t in INT_TYPES]) for m, n in ((1, 1), (100, 3), (0, 0), (3, 100)))
(bits_uint64(np.array([m], np.uint64), *[np.array([n], t) for t in INT_TYPES[4:]]) for m, n in ((1, 1), (100, 3), (0, 0), (3, 100)))
no_common_integer(np.array([1]), np.array([1], np.uint64))
bool_minus_bool(np.array([True, True]))
