"""Functions with fused types, indexed where the module runs."""
cimport cython


ctypedef fused fused_type1:
    double
    float


ctypedef fused fused_type2:
    double
    float


out = []


cdef cfunc(fused_type1 arg1, fused_type1 arg2):
    out.append((cython.typeof(arg1), arg1, cython.typeof(arg2), arg2))


cpdef cpfunc(fused_type1 a, fused_type2 b):
    out.append((cython.typeof(a), a, cython.typeof(b), b))


def func(fused_type1 a, fused_type2 b):
    out.append((cython.typeof(a), a, cython.typeof(b), b))


cfunc[double](5.0, 1.0)
cpfunc[float, double](1.0, 2.0)
func["float", "double"](1.0, 2.0)


def within():
    cpfunc[float, double](1.0, 2.0)
    cfunc[float](5.0, 1.0)


# --- calls
out
within()
out
