"""Overloads with results of their own: each signature speaks for its own arguments."""
# bundle: alone

import numpy as np

try:
    from numba import njit
except ImportError:

    def njit(*args, **kwargs):  # level: interpreted
        return lambda function: function


@njit(["int32(int32[:])", "int64(int64[:])"])
def first_integer(y):
    return y[0]


@njit(["uint8(uint8[:])", "uint64(uint64[:])", "int16(int16[:])"])
def first_unsigned(y):
    return y[0]


@njit(["float32(float32[:])", "float64(float64[:])"])
def first_float(y):
    return y[0]


@njit(["float64(float64[:])", "int64(int64[:])"])
def first_of_kind(y):
    return y[0]


@njit(["complex64(complex64[:])", "complex128(complex128[:])"])
def first_complex(y):
    return y[0]


@njit(["float32(float32[:],float32)", "float64(float64[:],float64)"])
def scaled(y, k):
    return y[0] * k


@njit(["float64(float64[:, ::1])", "int64(int64[:, ::1])", "float32(float32[:, :])"])
def corner(y):
    return y[-1, -1]


@njit(["int32(int32[:])", "int64(int64[:])"])
def by_helper(y):
    return first_integer(y[::-1])


# --- calls
(first_integer(view(np.array([big, 7], kind))) for view in (np.array, rev, ro) for kind in ("i8", "i4") for big in (5, -3))
first_integer(np.array([2**62 + 1]))
first_integer(np.array([], np.int32))
first_integer(np.array([2**31 - 1, 1], np.int32)[::-1])
(first_unsigned(np.array([200, 7], kind)) for kind in ("u1", "u8", "i2"))
first_unsigned(np.array([2**64 - 1], np.uint64))
(first_float(np.array([16777217.0, nan], kind)) for kind in ("f4", "f8"))
(first_of_kind(np.array([2**62 + 1], kind)) for kind in ("f8", "i8"))
(first_complex(np.array([1 + 1e-9j], kind)) for kind in ("c8", "c16"))
scaled(np.ones(3), 0.1)
scaled(np.ones(3, np.float32), np.float32(0.1))
(corner(np.array([[1, 2], [3, 2**53 + 1]], kind)) for kind in ("f8", "i8", "f4"))
corner(np.asfortranarray(np.eye(2, dtype=np.float32)))
(by_helper(np.array([5, 2**31 - 1], kind)) for kind in ("i4", "i8"))
first_integer([1, 2])  # refused: TypeError list
first_integer(np.ones(2, np.int16))  # refused: TypeError int16
