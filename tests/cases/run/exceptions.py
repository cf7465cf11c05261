"""`raise`, `try/except/else/finally`, `assert` over built-in exceptions."""

import pyrx


def raise_value(n: int):
    if n < 0:
        raise ValueError("negative")
    return n


def raise_class(n: int):
    if n:
        raise IndexError
    return n


def raise_formatted(n: int, x: float):  # level: any
    if n > 3:
        raise ValueError(f"n is {n}, x is {x!r}")
    return n


def raise_args(n: int):  # level: any
    raise KeyError(n, "two")


def raise_many(n: int):  # level: any
    if n == 0:
        raise ValueError("v")
    elif n == 1:
        raise TypeError("t")
    elif n == 2:
        raise ZeroDivisionError("z")
    elif n == 3:
        raise OverflowError("o")
    elif n == 4:
        raise RuntimeError("r")
    elif n == 5:
        raise StopIteration(5)
    elif n == 6:
        raise NotImplementedError
    elif n == 7:
        raise ArithmeticError("a")
    elif n == 8:
        raise LookupError("l")
    elif n == 9:
        raise FloatingPointError("f")
    return n


def asserted(n: int):
    assert n > 0
    return n


def asserted_message(n: int):
    assert n > 0, "must be positive"
    return n


def asserted_formatted(n: int):  # level: any
    assert n > 0, f"{n} is not positive"
    return n


def asserted_value(n: int):  # level: any
    assert n > 0, n
    return n


def caught(a: pyrx.float64[:], i: int):  # level: mixed
    try:
        return a[i]
    except IndexError:
        return -1.0


def caught_tuple(a: int, b: int):
    try:
        return a // b
    except (ZeroDivisionError, ValueError):
        return -1


def caught_base(a: int, b: int):
    try:
        return a // b
    except ArithmeticError:
        return -1


def caught_exception(a: int, b: int):
    try:
        return a // b
    except Exception:
        return -1


def caught_bare(a: int, b: int):
    try:
        return a // b
    except:  # noqa: E722
        return -1


def not_caught(a: int, b: int):
    try:
        return a // b
    except IndexError:
        return -1


def which(a: pyrx.int64[:], i: int, n: int):
    try:
        x = int(a[i]) // n
    except IndexError:
        return 1
    except ZeroDivisionError:
        return 2
    else:
        return 100 + x


def with_else(a: int, b: int):
    result = 0
    try:
        result = a // b
    except ZeroDivisionError:
        result += 10
    else:
        result += 1000
    return result


def with_finally(a: int, b: int, log: pyrx.int64[:]):
    try:
        log[0] = 1
        x = a // b
        log[1] = 2
    finally:
        log[2] = 3
    return x


def all_parts(a: int, b: int, log: pyrx.int64[:]):
    try:
        x = a // b
    except ZeroDivisionError:
        log[0] = 1
        x = -1
    else:
        log[1] = 1
    finally:
        log[2] = 1
    return x


def return_in_finally(a: int, b: int):
    try:
        return a // b
    finally:
        return -5  # noqa: B012


def return_through_finally(n: int, log: pyrx.int64[:]):
    try:
        if n > 0:
            return n
        log[0] = 1
    finally:
        log[1] = 1
    return -n


def break_through_finally(n: int, log: pyrx.int64[:]):
    for i in range(n):
        try:
            if i == 2:
                break
            if i == 1:
                continue
            log[0] += 1
        finally:
            log[1] += 1
    return i


def nested_try(a: int, b: int, c: int):
    try:
        try:
            x = a // b
        except ZeroDivisionError:
            x = a // c
    except ZeroDivisionError:
        x = -1
    return x


def reraise(a: int, b: int, log: pyrx.int64[:]):
    try:
        return a // b
    except ZeroDivisionError:
        log[0] = 1
        raise


def raise_in_handler(a: int, b: int):
    try:
        return a // b
    except ZeroDivisionError:
        raise ValueError("bad divisor")  # noqa: B904


def raise_from(a: int, b: int):  # level: mixed
    try:
        return a // b
    except ZeroDivisionError as error:
        raise ValueError("bad divisor") from error


def raise_from_none(a: int, b: int):
    try:
        return a // b
    except ZeroDivisionError:
        raise ValueError("bad divisor") from None


def exception_name(a: int, b: int):  # level: any
    try:
        return a // b
    except ZeroDivisionError as error:
        return str(error)


def exception_object(a: int, b: int):  # level: any
    try:
        return a // b
    except ArithmeticError as error:
        return type(error).__name__, error.args


def raise_in_else(n: int):  # level: any
    try:
        n += 1
    except ValueError:
        return 0
    else:
        raise ValueError(n)


def raise_in_finally(n: int):
    try:
        n //= 0
    finally:
        raise ValueError("finally")


def in_loop(a: pyrx.int64[:], b: pyrx.int64[:]):
    errors = 0
    total = 0
    for i in range(len(a)):
        try:
            total += int(a[i]) // int(b[i])
        except ZeroDivisionError:
            errors += 1
    return total, errors


def retry(n: int):
    attempts = 0
    while True:
        try:
            attempts += 1
            if attempts < n:
                raise ValueError
            return attempts
        except ValueError:
            continue


def state_after(a: pyrx.float64[:], n: int):
    count = 0
    try:
        for i in range(n):
            a[i] = i
            count += 1
    except IndexError:
        count += 1000
    return count


def variable_from_try(n: int):
    try:
        x = 10 // n
        y = x + 1
    except ZeroDivisionError:
        y = 0
    return y


def unbound_after_try(n: int):
    try:
        x = 10 // n
    except ZeroDivisionError:
        pass
    return x


def helper(n: int):
    if n > 2:
        raise ValueError("from helper")
    return n


def through_call(n: int):
    try:
        return helper(n)
    except ValueError:
        return -1


def through_call_uncaught(n: int):
    total = 0
    for i in range(n):
        total += helper(i)
    return total


def raise_not_exception(n: int):  # level: any
    raise n


def raise_object(error):  # level: any
    raise error


def own_exception(n: int):  # level: any
    if n > 0:
        raise Problem(n)
    return n


class Problem(Exception):
    pass


def overflow_caught(a: int):
    try:
        return a * a
    except OverflowError:
        return -1


def value_error_from_math(x: float):
    try:
        return int(x)
    except (ValueError, OverflowError):
        return 0


def escape_under_break(x: int):
    while True:
        y = 1
        try:
            y = x * x
        finally:
            break
    return y


def escape_under_raise(x: int):
    y = 0
    try:
        y = x * x
    finally:
        y += 1 // y
    return y


def effects_escape_under_break(x: int, log: pyrx.int64[:]):
    while True:
        log[0] = 1
        try:
            log[1] = x * x
        finally:
            log[2] = 3
            break
    return 5


def effects_escape_under_return(x: int, log: pyrx.int64[:]):
    log[0] = 1
    try:
        log[1] = x * x
    finally:
        log[2] += 3
        return 5


def effects_escape_under_raise(x: int, log: pyrx.int64[:]):
    log[0] = 1
    try:
        log[1] = x * x
    finally:
        log[2] += 1 // log[2]
    return 5


def effects_escape_under_two(x: int, log: pyrx.int64[:]):
    for i in range(3):
        log[0] += 1
        try:
            try:
                log[1] = x * x + i
            finally:
                log[2] += 1
                continue
        finally:
            log[3] += 1
            if i == 2:
                break
    return 5


# --- calls
(effects_escape_under_break(x, np.zeros(4, np.int64)) for x in (3,))
effects_escape_under_break(2**40, np.zeros(4, np.int64))  # deviation: 3 raises OverflowError
effects_escape_under_return(3, np.zeros(4, np.int64))
effects_escape_under_return(2**40, np.zeros(4, np.int64))  # deviation: 3 raises OverflowError
effects_escape_under_raise(3, np.ones(4, np.int64))
effects_escape_under_raise(3, np.zeros(4, np.int64))
effects_escape_under_raise(2**40, np.zeros(4, np.int64))  # deviation: 3 raises OverflowError
effects_escape_under_two(3, np.zeros(4, np.int64))
effects_escape_under_two(2**40, np.zeros(4, np.int64))  # deviation: 3 raises OverflowError
(escape_under_break(x) for x in (3, 2**40))
(escape_under_raise(x) for x in (3, 0, 2**40))
(raise_value(n) for n in (0, -1))
(raise_class(n) for n in (0, 1))
raise_formatted(5, 0.1)
raise_formatted(1, 0.1)
raise_args(5)
(raise_many(n) for n in range(11))
(asserted(n) for n in (1, 0))
(asserted_message(n) for n in (1, 0))
(asserted_formatted(n) for n in (1, -5))
(asserted_value(n) for n in (1, -5))
(caught(f8(3), i) for i in (0, -1, 3, -4))
(caught_tuple(7, b) for b in (0, 2))
(caught_base(7, b) for b in (0, 2))
(caught_exception(7, b) for b in (0, 2))
(caught_bare(7, b) for b in (0, 2))
(not_caught(7, b) for b in (0, 2))
(which(np.array([10, 20]), i, n) for i in (0, 1, 2, -3) for n in (0, 3))
(with_else(7, b) for b in (0, 2))
(with_finally(7, b, np.zeros(3, np.int64)) for b in (0, 2))
with_finally(7, 2, np.zeros(1, np.int64))
with_finally(7, 0, np.zeros(2, np.int64))
(all_parts(7, b, np.zeros(3, np.int64)) for b in (0, 2))
(return_in_finally(7, b) for b in (0, 2))
(return_through_finally(n, np.zeros(2, np.int64)) for n in (0, 5))
(break_through_finally(n, np.zeros(2, np.int64)) for n in (1, 2, 3, 9))
break_through_finally(0, np.zeros(2, np.int64))
(nested_try(7, b, c) for b in (0, 2) for c in (0, 3))
(reraise(7, b, np.zeros(1, np.int64)) for b in (0, 2))
(raise_in_handler(7, b) for b in (0, 2))
(raise_from(7, b) for b in (0, 2))
(raise_from_none(7, b) for b in (0, 2))
(exception_name(7, b) for b in (0, 2))
(exception_object(7, b) for b in (0, 2))
raise_in_else(1)
raise_in_finally(1)
in_loop(np.array([5, 6, 7, 8]), np.array([1, 0, 2, 0]))
in_loop(np.array([], np.int64), np.array([], np.int64))
in_loop(np.array([1, 2]), np.array([1]))
(retry(n) for n in (0, 1, 5))
(state_after(np.zeros(3), n) for n in (0, 3, 5))
(variable_from_try(n) for n in (0, 3))
(unbound_after_try(n) for n in (0, 3))
(through_call(n) for n in (0, 5))
(through_call_uncaught(n) for n in (0, 3, 5))
raise_not_exception(5)
raise_object(ValueError("given"))
raise_object(KeyError)
raise_object(5)
own_exception(0)
own_exception(3)
(overflow_caught(a) for a in (3, 2**40))
(value_error_from_math(x) for x in (2.5, nan, inf))
