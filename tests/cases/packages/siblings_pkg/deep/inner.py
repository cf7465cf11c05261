from .. import linear as lin
from ..linear import scale, EPS, N as COUNT


def looped(n: int) -> float:  # level: native
    s = 0.0
    for i in range(n):
        s += scale(i) + lin.hyp(3.0) + EPS + COUNT
    return s


def again(x: float) -> float:
    return scale(x) + lin.hyp(x, z=1.0)
