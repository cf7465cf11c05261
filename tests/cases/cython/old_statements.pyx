"""Statements as Python 2 has them, which Cython reads, too."""


def raising(x):
    if x < 0:
        raise ValueError, "negative"
    if x == 5:
        raise KeyError, (1, 2)
    if x == 7: raise IndexError, None
    if x == 8:
        raise TypeError, "a %d (%s)" % (x,
                                        [1, 2])  # behind
    if x == 9:
        raise ValueError("one", 2)
    if x == 10: raise ValueError, [1, 2]; x = 3
    return x <> 3


def caught(x):
    try:
        return raising(x)
    except ValueError, e:
        return str(e)
    except (KeyError, IndexError), error:
        return repr(error)
    except (TypeError, OSError) as e:
        return e.args


cdef int checked(int x) except -1:
    if x > 3:
        raise OverflowError, x
    return x


def of_c(int x):
    return checked(x)


class Odd(object):
    def run(self, x):
        try:
            raise ZeroDivisionError, x
        except ZeroDivisionError, e:
            return e.args


def in_class(x):
    return Odd().run(x)


# --- calls
(raising(x) for x in (-1, 5, 7, 8, 9, 10, 3, 4))
(caught(x) for x in (-1, 5, 7, 8, 9, 10, 3))
of_c(2)
of_c(5)
in_class(1)
