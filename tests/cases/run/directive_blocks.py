"""Directives for the statements of a `with` block. Without the compiler they change nothing: what they allow is marked."""

import pyrx
from pyrx import boundscheck, cdivision, wraparound


def sum_unchecked(a: pyrx.float64[:]):  # level: native
    total = 0.0
    with pyrx.boundscheck(False), pyrx.wraparound(False):
        for i in range(a.shape[0]):
            total += a[i]
    return total


def checked_after(a: pyrx.float64[:], n: int):  # level: native
    with boundscheck(False):
        x = a[0] if a.shape[0] > 0 else 0.0
    return x + a[n]


def checked_inside(a: pyrx.float64[:], n: int):  # level: native
    with boundscheck(False):
        with boundscheck(True), wraparound(True):
            x = a[n]
    return x


@pyrx.boundscheck(False)
def turned_on(a: pyrx.float64[:], n: int):  # level: native
    with pyrx.boundscheck():
        return a[n]


def overflow(a: pyrx.int32, b: pyrx.int32):  # level: native
    with pyrx.overflowcheck(True):
        c = a * b
    return c


def wraps_outside(a: pyrx.int32, b: pyrx.int32):  # level: native
    try:
        with pyrx.overflowcheck(True):
            c = a + b
    except OverflowError:
        with pyrx.overflowcheck(False):
            return a + b
    return c


def divide_both(a: pyrx.int32, b: pyrx.int32):  # level: native
    floor = a // b, a % b, a / b
    with cdivision(True):
        trunc = a // b, a % b, a / b
    return floor, trunc


def condition_outside(a: pyrx.int32, b: pyrx.int32):  # level: native
    found = 0
    while found < 3:
        with pyrx.cdivision(True):
            if a % b < 0:
                break
            found += 1
            continue
        found += 10
    else:
        found = 100
    return found


def ends_in_block(n: int):  # level: native
    with pyrx.boundscheck(False):
        if n > 0:
            return n
        raise ValueError("no count")


def several_blocks(a: pyrx.float64[:], n: int):  # level: native
    with pyrx.boundscheck(False):
        with pyrx.wraparound(False):
            first = a[0]
        second = a[-1]
    third = a[n]
    with pyrx.overflowcheck(False), pyrx.cpow(True):
        return first + second + third


def variable_from_block(n: int):  # level: native
    if n > 0:
        with pyrx.fastmath():
            x = n * 0.5
    return x


def other_manager(n: int, manager: object):  # level: interpreted
    with boundscheck(False), manager:
        return n


def shadowed(pyrx: object, n: int):  # level: interpreted
    with pyrx.boundscheck(False):
        return n


class Manager:
    def __enter__(self):
        return None

    def __exit__(self, *exception):
        return True

    def boundscheck(self, value):
        return self


# --- calls
sum_unchecked(np.array([1.0, 2.5, inf]))
sum_unchecked(f8(6)[::-2])
sum_unchecked(f8(0))  # deviation: 5 -> np.float64(0.0)
(checked_after(f8(3), n) for n in (2, -3, 3))
checked_after(f8(0), 0)
(checked_inside(f8(3), n) for n in (-1, 3))
(turned_on(f8(3), n) for n in (1, -4))
overflow(3, 4)
overflow(2**30, 4)  # asked: raises OverflowError
wraps_outside(5, 6)
wraps_outside(2**31 - 1, 1)  # asked: -> -(2**31)
divide_both(7, 2)  # asked: -> ((3, 1, 3.5), (3, 1, 3))
divide_both(-7, 2)  # asked: -> ((-4, 1, -3.5), (-3, -1, -3))
divide_both(1, 0)
(condition_outside(a, b) for a in (0, 7) for b in (2, 3))
condition_outside(-7, 2)  # asked: -> 0
condition_outside(1, 0)
(ends_in_block(n) for n in (2, 0))
(several_blocks(f8(3), n) for n in (0, -1, 7))
(variable_from_block(n) for n in (3, 0))
(other_manager(n, Manager()) for n in (0, 3))
shadowed(Manager(), 3)
