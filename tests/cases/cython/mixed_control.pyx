"""with, try, while, match-like chains, assert, global state: C locals through Python's control flow."""


def try_except(int a, int b):
    cdef int r = -1
    try:
        r = a // b
    except ZeroDivisionError:
        return "zero"
    except (ValueError, TypeError) as e:
        return str(e)
    else:
        r += 100
    finally:
        a = 0
    return r


def try_convert(x):
    cdef int n
    try:
        n = int(x)
    except ValueError as e:
        return "bad: " + str(e)
    except TypeError:
        return "type"
    return n


def nested_try(int n):
    out = []
    try:
        try:
            if n == 1:
                raise KeyError(n)
            if n == 2:
                raise ValueError(n)
        except KeyError:
            out.append("key")
            raise RuntimeError("inner")
        finally:
            out.append("finally")
    except RuntimeError as e:
        out.append(str(e))
    except ValueError:
        out.append("value")
    return out


def loop_try(list items):
    cdef int total = 0, bad = 0
    for item in items:
        try:
            total += item
        except TypeError:
            bad += 1
            continue
    return total, bad


def while_else(int n):
    cdef int i = 0
    while i < n:
        if i == 5:
            break
        i += 1
    else:
        return "else", i
    return "break", i


def return_in_loop(double[:] a, double limit):
    cdef Py_ssize_t i
    for i in range(a.shape[0]):
        if a[i] > limit:
            return i, a[i]
    return None


def ladder(int n):
    if n < 0:
        s = "negative"
    elif n == 0:
        s = "zero"
    elif n in (1, 2, 3):
        s = "few"
    else:
        s = "many"
    return s


def matching(x):
    match x:
        case 0:
            return "zero"
        case [a, b]:
            return a, b
        case {"k": v}:
            return v
        case _:
            return "other"


def asserts(int n):
    assert n > 0
    assert n < 10, f"{n} is too large"
    return n


def raise_class(int n):
    if n == 0:
        raise ValueError
    if n == 1:
        raise ValueError("one", n)
    if n == 2:
        raise StopIteration
    return n


def finally_return(int n):
    try:
        return n
    finally:
        print("bye")


def continue_in_finally(int n):
    out = []
    for i in range(n):
        try:
            if i == 1:
                continue
            out.append(i)
        finally:
            out.append(-i)
    return out

# --- calls
(try_except(7, b) for b in (2, 0))
(try_convert(x) for x in ("5", "x", None, 2.7))
(nested_try(n) for n in (0, 1, 2))
loop_try([1, "a", 2, None])
(while_else(n) for n in (0, 3, 9))
(return_in_loop(f8(4), x) for x in (1, 9))
(ladder(n) for n in (-1, 0, 2, 9))
(matching(x) for x in (0, [1, 2], {"k": 5}, "z"))
(asserts(n) for n in (5, 0, 12))
(raise_class(n) for n in (0, 1, 2, 3))
finally_return(4)
continue_in_finally(3)
