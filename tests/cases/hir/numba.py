"""Numba's decorators and signatures."""

import numba
import numba as nb
import numpy as np
from numba import f8, float64, guvectorize, i8, int32, int64, jit, njit, prange, types, vectorize, void

try:
    from numba import njit as maybe
except ImportError:
    def maybe(f): return f


@jit
def bare(x): return x


@njit()
def called(x): return x


@numba.njit("f8(f8[:, ::1], i8)")
def string(x, n): return n


@nb.jit("void(f8[:], f8[::1, :], float32[:,:,:])", nopython=True, nogil=True, cache=True)
def layouts(a, b, c): ...


@njit(["f8(f8)", "i8(i8)", f8(int32)])
def several(x): return x


@njit(float64(float64[:], int64))
def objects(x, n): return n


@njit((f8[:, ::1], i8))
def no_return(x, n): return n


@njit("(f8, i8)")
def no_return_string(x, n): return n


@njit("int_(double, boolean, b1, u1, c16, uintp)")
def names(a, b, c, d, e, f): ...


@njit("Tuple((f8, i8))(UniTuple(i8, 2), ListType(f8), optional(f8), unicode_type, Array(f8, 2, 'C'))")
def constructors(a, b, c, d, e): ...


@njit(types.Tuple((types.float64, nb.int32))(types.List(types.intp)))
def constructors_as_objects(a): ...


@njit(np.float64(nb.float32))
def numpy_names(a): ...


@njit(fastmath=True, parallel=True, boundscheck=False, error_model="numpy")
def options(x): return x


@njit(fastmath={"contract"}, parallel=False)
def options_set(x): return x


@jit(forceobj=True)
def object_mode(x): return x


@maybe
def fallback(x): return x


@vectorize(["f8(f8)"])
def ufunc(x): return x


@guvectorize([(f8[:], f8[:])], "(n)->(n)")
def gufunc(x, y): ...


@nb.cuda.jit
def kernel(x): ...


@njit(signature)
def from_variable(x): return x


@njit(signature_or_function="f8(f8)")
def by_keyword(x): return x


@njit("f8(f8)")
def annotated(x: int): return x


class Class:
    @staticmethod
    @njit
    def method(x): return x


@nb.experimental.jitclass([("x", float64)])
class Jitted:
    def method(self): return self.x


def handed_over(x): return x


def handed_over_with_options(x): return x


fast = njit(handed_over)
faster = nb.njit(parallel=True)(handed_over_with_options)


@njit(locals={"y": f8, "x": nb.int32})
def typed_locals(x):
    y = x
    return y


@njit
def used_below(x): return used_further_below(x)


@njit
def used_further_below(x): return x


@vectorize(["f8(f8)"])
def uses(x): return used_below(x)
