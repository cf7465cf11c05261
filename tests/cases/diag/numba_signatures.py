from numba import njit, float64


@njit("f8(flaot64)")
def misspelt(a): ...


@njit("f8(f8, f8)")
def arity(a): ...


@njit("f8")
def no_parameters(a): ...


@njit("f8(f8[:, 3])")
def axes(a): ...


@njit("f8(")
def unreadable(a): ...


@njit(["f8(f8)", "f8(f9)"])
def listed(a): ...


@njit(float64(float64[1]))
def object_axes(a): ...


@njit(float64(float64, float64))
def object_arity(a): ...
