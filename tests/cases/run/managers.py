"""`with` over context managers: how the block is left, what `__exit__` is given, several managers, lookups."""

import io
import threading

import numpy as np
import pyrx

LOCK = threading.Lock()


class Manager:
    def __init__(self, log, swallow=False, fail=None):  # level: any
        self.log, self.swallow, self.fail = log, swallow, fail

    def __enter__(self):  # level: any
        self.log.append("enter")
        if self.fail == "enter":
            raise ValueError("enter")
        return self

    def __exit__(self, cls, error, traceback):  # level: any
        self.log.append(("exit", cls, str(error), traceback is None))
        if self.fail == "exit":
            raise KeyError("exit")
        return self.swallow


class OnlyEnter:
    def __enter__(self):  # level: any
        return 1, 2


def native_loop(x: float, n: int):  # level: mixed
    log = []
    total = 0.0
    with Manager(log):
        for i in range(n):
            total += x * i
    return total, log


def raising(n: int, swallow: bool, fail):  # level: mixed
    log = []
    total = 0
    try:
        with Manager(log, swallow, fail) as manager:
            for i in range(n):
                total += 10 // (i - 3)
    finally:
        log.append(total)
        print(log)
    return total, manager.swallow


def leaves(n: int):  # level: mixed
    log = []
    out = []
    for i in range(n):
        with Manager(log), Manager(log, True) as second:
            if i == 1:
                continue
            if i == 2:
                1 / 0
            if i == 4:
                break
            out.append((i, second.fail))
    return out, log


def returns(n: int):  # level: mixed
    log = []
    for i in range(n):
        with Manager(log):
            if i == 2:
                return i, log
    return log


def fails_while_returning(n: int):  # level: any
    log = []
    try:
        with Manager(log, fail="exit"):
            return n
    finally:
        print(log)


def array_total(a: pyrx.float64[:]):  # level: mixed
    with np.errstate(divide="ignore"):
        total = 0.0
        for x in a:
            total += 1 / x
        return total


def no_manager(x):  # level: any
    with x:
        return 1


def only_enter(n: int):  # level: any
    with OnlyEnter() as (a, b):
        return a, b, n


def class_itself(n: int):  # level: any
    with Manager:
        return n


def unpacked(n: int):  # level: any
    with Manager([]) as (a, b):
        return a, b, n


def two_targets(n: int):  # level: mixed
    with Manager([]) as one, Manager([1]) as two:
        for i in range(n):
            n += i
        return n, one.log, two.log


def attribute_target(n: int):  # level: any
    log = []
    with Manager(log) as log[0:0]:
        pass
    return n


def texts(s: str, n: int):  # level: any
    with io.StringIO() as file:
        for _ in range(n):
            file.write(s)
        return file.getvalue()


def locked(a: pyrx.int64[:]):  # level: mixed
    with LOCK:
        for i in range(len(a)):
            a[i] += 1
    return LOCK.locked()


def squared(n: int, log):  # level: any
    with Manager(log):
        return n * n


def reraised(n: int):  # level: any
    log = []
    try:
        with Manager(log):
            raise ValueError(n) from KeyError(n)
    except ValueError as error:
        return str(error), repr(error.__cause__), log


# --- calls
(native_loop(x, n) for x in (1.5, nan) for n in (0, 10))
(raising(n, swallow, fail) for n in (2, 5) for swallow in (True, False) for fail in (None, "enter", "exit"))
(leaves(n) for n in (0, 2, 4, 8))
(returns(n) for n in (0, 2, 4))
fails_while_returning(3)
array_total(f8(4) + 1)
array_total(f8(0))  # deviation: 5 -> np.float64(0.0)
array_total(rev(f8(4)))
(no_manager(x) for x in (5, None, "a", 1.5, [1]))
only_enter(3)
class_itself(3)
unpacked(3)
two_targets(3)
attribute_target(1)
(texts(s, n) for s in ("", "ab") for n in (0, 3))
locked((a := np.arange(3)))
locked(np.arange(0))
locked(ro(np.arange(3)))  # refused: ValueError 'a'
array_total(ro(f8(4) + 1))
squared(3, [])
squared(2**32, [])  # deviation: 3 raises OverflowError
reraised(3)
