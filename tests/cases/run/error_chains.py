"""Tracebacks, `__context__` and `__cause__` of native functions that call each other under `try`, in handlers and `finally`."""

import traceback


def frames_of(error):  # level: any
    return [(frame.name, frame.lineno) for frame in traceback.extract_tb(error.__traceback__) if frame.name != "chain"]


def chain(function, *args):  # level: any
    """Every error of the chain: class, text, frames, whether its context is hidden."""
    try:
        return function(*args)
    except Exception as error:
        found = []
        todo = [("raised", error)]
        while todo:
            way, at = todo.pop()
            found.append((way, type(at).__name__, str(at), frames_of(at), at.__suppress_context__))
            if at.__cause__ is not None:
                todo.append(("cause", at.__cause__))
            if at.__context__ is not None and at.__context__ is not at.__cause__:
                todo.append(("context", at.__context__))
        return found


def divide(a: int, b: int):
    return a // b


def item(a: int, b: int):
    xs = [a, b]
    return xs[a]


def twice(a: int, b: int):
    return divide(a, b) + item(a, b)


def fails_in_finally(a: int, b: int):
    try:
        a += item(a, b)
    finally:
        a += divide(a, b)
    return a


def finally_fails_itself(a: int, b: int):
    try:
        a += item(a, b)
    finally:
        a //= b
    return a


def own_fails_then_callee(a: int, b: int):
    try:
        a = a // (b - 1)
    finally:
        a += item(a, b)
    return a


def finally_calls_finally(a: int, b: int):
    try:
        a += fails_in_finally(a, b)
    finally:
        a += finally_fails_itself(a, b)
    return a


def passes_through(a: int, b: int):
    try:
        a += twice(a, b)
    finally:
        a += 1
    return a


def handled_then_fails(a: int, b: int):
    try:
        return twice(a, b)
    except ZeroDivisionError:
        return item(a + 5, b)
    except IndexError:
        return divide(a, a - 7)


def handler_raises(a: int, b: int):
    try:
        return twice(a, b)
    except (ZeroDivisionError, IndexError):
        raise ValueError("other")


def handler_raises_again(a: int, b: int):
    try:
        return twice(a, b)
    except IndexError:
        raise
    except ZeroDivisionError:
        a += 1
        raise


def bare_handler_raises_again(a: int, b: int):
    try:
        return passes_through(a, b)
    except:  # noqa: E722
        a += 1
        raise


def again_in_nested(a: int, b: int):
    try:
        return twice(a, b)
    except ZeroDivisionError:
        try:
            return item(a + 9, b)
        except IndexError:
            raise


def again_after_nested(a: int, b: int):
    try:
        return twice(a, b)
    except ZeroDivisionError:
        try:
            a = item(a + 9, b)
        except IndexError:
            a = 3
        raise


def handled_in_handler(a: int, b: int):
    try:
        return twice(a, b)
    except ZeroDivisionError:
        try:
            return item(a + 9, b)
        except IndexError:
            return handler_raises(a, b)


def handler_and_finally(a: int, b: int):
    try:
        return twice(a, b)
    except ZeroDivisionError:
        return item(a + 9, b)
    finally:
        a += divide(a, b - 1)


def finally_around_handler(a: int, b: int):
    try:
        try:
            return twice(a, b)
        finally:
            a = item(a + 9, b)
    except IndexError:
        return divide(a, b)


def from_else(a: int, b: int):
    try:
        a += 1
    except IndexError:
        return 1
    else:
        return twice(a, b)
    finally:
        a = 7


def replaced_by_return(a: int, b: int):
    try:
        return twice(a, b)
    finally:
        return a  # noqa: B012


def replaced_in_loop(a: int, b: int):
    for i in range(4):
        try:
            a += twice(i, b)
        finally:
            if i < 2:
                continue  # noqa: B012
            a += item(i, b)
    return a


def in_loop(a: int, b: int):
    total = 0
    for i in range(3):
        try:
            total += twice(a - i, b - i)
        except ZeroDivisionError:
            total += 1
            if i == 2:
                raise
        except IndexError:
            total += 2
    return total + divide(a, total - 5)


def recursive(n: int) -> int:
    try:
        if n == 0:
            return 1 // n
        return recursive(n - 1)
    finally:
        n += 1


def recursive_handlers(n: int) -> int:
    try:
        if n == 0:
            return 1 // n
        return recursive_handlers(n - 1)
    except ZeroDivisionError:
        return n // (n * 0)


def bound(a: int, b: int):  # level: any
    try:
        return twice(a, b)
    except ZeroDivisionError as error:
        raise ValueError("bound") from error
    except IndexError as error:
        raise error


def from_none(a: int, b: int):  # level: any
    try:
        return twice(a, b)
    except (ZeroDivisionError, IndexError):
        raise ValueError("none") from None


def raised_twice(a: int, b: int):  # level: any
    kept = ValueError("kept")
    try:
        raise kept
    except ValueError:
        try:
            a = divide(a, b)
        except ZeroDivisionError:
            raise kept
    return a


def asserts(a: int, b: int):
    try:
        assert a > b, "order"
    finally:
        assert item(a, b) >= 0
    return a


def unbound_in_finally(a: int, b: int):
    try:
        x = divide(a, b)
    finally:
        a = x + 1
    return a


def caught_by_caller(a: int, b: int):
    total = 0
    try:
        total = handler_raises(a, b)
    except ValueError:
        total = fails_in_finally(a, b)
    return total


def inner_divide(a, b):  # level: any
    return a // b


def inner_finally(a, b):  # level: any
    try:
        a += inner_divide(a, b)
    finally:
        a += item(a + 2, b)
    return a


def inner_handler(a, b):  # level: any
    try:
        return inner_divide(a, b)
    except ZeroDivisionError:
        return inner_finally(a, b) // (a - a)


def through_unexported(a: int, b: int):
    return inner_finally(a, b)


def through_unexported_handlers(a: int, b: int):
    try:
        return inner_handler(a, b)
    finally:
        a = inner_divide(a, b - 1)


def bound_from_unexported(a: int, b: int):  # level: any
    total = 0.0
    for i in range(3):
        try:
            total += inner_handler(a, b - i)
        except IndexError as error:
            if i == 1:
                raise ValueError("one") from error
            total += 0.5
    return total


# --- calls
(chain(through_unexported, a, b) for a in [0, 1, 7] for b in [0, 1, 3])
(chain(through_unexported_handlers, a, b) for a in [0, 1, 7] for b in [0, 1, 3])
(chain(bound_from_unexported, a, b) for a in [0, 1, 7] for b in [0, 1, 3])
(chain(fails_in_finally, a, b) for a in [0, 1, 5] for b in [0, 1, 3])
(chain(finally_fails_itself, a, b) for a in [0, 1, 5] for b in [0, 1, 3])
(chain(own_fails_then_callee, a, b) for a in [0, 1, 5] for b in [0, 1, 3])
(chain(finally_calls_finally, a, b) for a in [0, 1, 5] for b in [0, 1, 3])
(chain(passes_through, a, b) for a in [0, 1, 5] for b in [0, 1, 3])
(chain(handled_then_fails, a, b) for a in [0, 1, 7] for b in [0, 1])
(chain(handler_raises, a, b) for a in [0, 1, 7] for b in [0, 1])
(chain(handler_raises_again, a, b) for a in [0, 1, 7] for b in [0, 1])
(chain(bare_handler_raises_again, a, b) for a in [0, 1, 7] for b in [0, 1])
(chain(again_in_nested, a, b) for a in [0, 1, 7] for b in [0, 1])
(chain(again_after_nested, a, b) for a in [0, 1, 7] for b in [0, 1])
(chain(handled_in_handler, a, b) for a in [0, 1, 7] for b in [0, 1])
(chain(handler_and_finally, a, b) for a in [0, 1, 7] for b in [0, 1])
(chain(finally_around_handler, a, b) for a in [0, 1, 7] for b in [0, 1])
(chain(from_else, a, b) for a in [0, 1, 7] for b in [0, 1])
(chain(replaced_by_return, a, b) for a in [0, 1, 7] for b in [0, 1])
(chain(replaced_in_loop, a, b) for a in [0, 1, 7] for b in [0, 1, 2])
(chain(in_loop, a, b) for a in [0, 1, 7] for b in [0, 1, 2])
(chain(recursive, n) for n in [0, 1, 2])
(chain(recursive_handlers, n) for n in [0, 1, 2])
(chain(bound, a, b) for a in [0, 1, 7] for b in [0, 1])
(chain(from_none, a, b) for a in [0, 1, 7] for b in [0, 1])
(chain(raised_twice, a, b) for a in [0, 1, 7] for b in [0, 1])
(chain(asserts, a, b) for a in [0, 1, 7] for b in [0, 1])
(chain(unbound_in_finally, a, b) for a in [0, 1, 7] for b in [0, 1])
(chain(caught_by_caller, a, b) for a in [0, 1, 7] for b in [0, 1])
