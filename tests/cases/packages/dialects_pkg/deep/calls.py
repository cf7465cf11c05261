from .. import kernels as k
from ..kernels import scale


def through(x: float) -> float:  # level: native
    return scale(x) + k.scale(x, k=0.5)
