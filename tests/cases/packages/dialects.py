# Calls of functions of a `.pyx` from Python that is compiled together with it, and the other way round.
import traceback

import numpy as np

import dialects_pkg.kernels
import pyrx
from dialects_pkg import callers, kernels, rescale
from dialects_pkg.deep.calls import through
from dialects_pkg.kernels import doubled, even, fill, included, limited, low, ones, optional, quotient, refused
from dialects_pkg.kernels import remainder, scale, single, total, turned, wide
from dialects_pkg.kernels import wrapped as square


def looped(n: int) -> float:  # level: native
    s = 0.0
    for i in range(n):
        s += scale(i) + kernels.scale(2.0, k=i) + dialects_pkg.kernels.scale(x=i) + rescale(i)
    return s


def wraps(n: int) -> int:  # level: native
    return square(n)


def is_even(n: int) -> bool:  # level: native
    return even(n)


def bytes_low(n: int) -> int:  # level: native
    return low(n)


def widest(n: int) -> int:  # level: any
    return wide(n)


def singles(x: float) -> float:  # level: native
    return single(x)


def singles_of_int(n: int) -> float:  # level: native
    return single(n)


def turns(x: float) -> complex:  # level: native
    return turned(x)


def is_nothing(n: int) -> bool:  # level: any
    return kernels.nothing(n) is None


def divided(a: int, b: int) -> int:  # level: native
    return quotient(a, b)


def rest(a: int, b: int) -> int:  # level: native
    return remainder(a, b)


def rest_of_power(a: int, k: int) -> int:
    return remainder(a**k, 7)


def limits(x: float) -> float:  # level: native
    return limited(x)


def refuses(x: int) -> int:  # level: native
    y = refused(x)
    return y + 1


def caught(x: int) -> int:
    try:
        return refused(x)
    except ValueError:
        return -1
    except OverflowError:
        return -2


def after_a_change(a: pyrx.int64[:], x: int) -> int:
    a[0] += 1
    return refused(x)


def small_wraps(n: pyrx.int32) -> int:  # level: any
    return square(n)


def of_bool(x: bool) -> int:  # level: native
    return square(x)


def truths(n: int) -> bool:  # level: any
    return kernels.truth(n)


def sums(a: pyrx.float64[:]) -> float:  # level: native
    return total(a) + total(a[1:]) + total(a[::-2])


def sums_of_others(a: pyrx.float32[:]) -> float:  # level: any
    return total(a)


def fills(a: pyrx.float64[:]) -> float:  # level: native
    fill(a[1:], 2.0)
    return float(a[-1])


def peaks(a: pyrx.float64[:]) -> float:  # level: native
    return kernels.peak(a) + kernels.peak(a[1:])


def all_ones(a: pyrx.float64[:]) -> float:  # level: any
    ones(a)
    return float(a.sum())


def makes(n: int) -> float:  # level: any
    a = np.zeros(n)
    fill(a, 3.0)
    return total(a)


def counts(n: int) -> int:  # level: any
    s = 0
    for i in range(n):
        s += kernels.counted(i)
    return s


def lists(n: int) -> int:  # level: any
    return kernels.listed(n) + kernels.listed(n) - 2 * len(kernels.names)


def objects(n: int):  # level: any
    return kernels.any_of(n), kernels.of_class([n], n), kernels.nested(n)


def fused(n: int, x: float):  # level: any
    return doubled(n), doubled(x)


def includes(x: float) -> float:  # level: native
    return included(x)


def defaults(n: int) -> int:  # level: native
    return optional() + optional(n)


def as_values(n: int) -> int:  # level: any
    f = even if n > 2 else square
    return f(n)


def wrong_count(n: int):  # level: any
    return square(n, n)


def wrong_name(n: int):  # level: any
    return square(m=n)


def is_hidden(n: int):  # level: any
    return kernels.hidden(n)


def places(call, *args):  # level: any
    try:
        return call(*args)
    except Exception as error:
        entries = traceback.extract_tb(error.__traceback__)[1:]
        return type(error).__name__, str(error), entries[0].lineno, entries[0].name


def locked(n: int) -> np.ndarray:  # level: any
    a = np.arange(float(n))
    a.flags.writeable = False
    return a


# --- calls
(looped(n) for n in [0, 1, 5])
(wraps(n) for n in [3, -3, 65536, 46341, 2**31 - 1, 2**31, -(2**31), -(2**31) - 1, 2**63, -(2**70)])
(is_even(n) for n in [3, 4, -3, 2**63 - 1, 2**63])
(bytes_low(n) for n in [0, 254, 255, 256, -1, 2**40])
(widest(n) for n in [0, 2**62, 2**63 - 1, 2**64 - 1])
(singles(x) for x in [1.0, nan, inf, 1e300, -0.0])
(singles_of_int(n) for n in [1, 2**53 + 1, 2**62 - 1, -(2**63)])
(turns(x) for x in [1.0, 0.0, nan])
is_nothing(3)
is_nothing(2**40)
(divided(a, b) for a, b in [(7, 2), (-7, 2), (-(2**31), 3), (2**40, 1), (1, 2**40)])
(rest(a, b) for a, b in [(7, 4), (-7, 4), (7, -4), (40000, 3)])
(rest_of_power(a, k) for a, k in [(2, 3), (2, 20), (2, 100)])
(limits(x) for x in [4.0, -1.0, inf])
(refuses(x) for x in [4, -1, 2**31, 2**30])
(caught(x) for x in [4, -1, 2**31])
after_a_change(np.arange(3), 4)
after_a_change(np.arange(3), -4)
after_a_change(np.arange(3), 2**40)
small_wraps(np.int32(70000))
(of_bool(x) for x in [True, False])
(truths(n) for n in [0, 2, 2**70])
sums(np.arange(5.0))
sums(np.arange(10.0)[::-2])
sums(np.arange(1.0))
sums(locked(4))
sums_of_others(np.arange(3, dtype=np.float32))
fills(np.arange(4.0))
fills(np.arange(9.0)[::-2])
peaks(np.arange(4.0))
peaks(np.arange(9.0)[::-2])
all_ones(np.arange(4.0))
all_ones(np.arange(9.0)[::-2])
makes(3)
makes(0)
(counts(n) for n in [3, 4])
lists(3)
objects(3)
fused(3, 1.5)
(fused(n, 0.0) for n in [2**31, 2**70])
includes(1.0)
(defaults(n) for n in [1, 2**31])
(as_values(n) for n in [2, 4])
wrong_count(1)
wrong_name(1)
is_hidden(1)
through(4.0)
places(wraps, 2**31)
places(refuses, -1)
places(is_hidden, 3)
(callers.loops(n) for n in [0, 1, 5])
(callers.powers(n) for n in [0, 5, 39, 40, 60])
(callers.exact(n) for n in [0, 39, 40, 60])
(callers.narrow(n) for n in [0, 9, 10, 40])
(callers.untyped(*args) for args in [(3, 2.5, 0.1, True, 7), (0, nan, inf, False, 0), (-(2**31), -0.0, 1e300, 1, 255)])
(callers.wide(a, b) for a, b in [(1, 2), (2**62, 2**63), (2**53 + 1, 2**64 - 1), (2**63 - 1, 0)])
callers.classes(1, 2.0, 3.0, True, 1j, 5)
(callers.divided(a, b) for a, b in [(7, 2), (7, 0), (-7, 2)])
(callers.refuses(n) for n in [3, -1, 2**31 - 1])
(callers.caught(n) for n in [3, -1])
(callers.notes(n) for n in [3, 46341, 2**31 - 1])
(callers.items(n) for n in [0, 1, -1, 2])
callers.complexes(3)
callers.is_nothing(1.0)
(callers.objects(x) for x in [3, "a", None])
callers.wrong_count(1)
callers.wrong_name(1)
callers.places(-1)
callers.replaced(3)
