"""Effects come in the order of the source; nothing is stored or read twice, nothing is invented."""

import numpy as np
import pyrx


def store_order(a: pyrx.int64[:]):
    a[0] = 1
    a[0] = a[0] + 1
    a[1] = a[0] * 10
    a[0] = a[1] + a[0]


def aliased(a: pyrx.float64[:], b: pyrx.float64[:]):
    for i in range(len(a)):
        a[i] = 1.0
        b[0] += 1.0
    return a[0]


def aliased_sum(a: pyrx.float64[:], total: pyrx.float64[:]):
    for i in range(len(a)):
        total[0] += a[i]


def aliased_types(a: pyrx.int64[:], b: pyrx.float64[:]):
    a[0] = 4607182418800017408
    x = b[0]
    b[0] = 2.0
    return x, a[0]


def invariant_changes(a: pyrx.float64[:], b: pyrx.float64[:]):
    for i in range(len(b)):
        b[i] = a[0] * 2


def right_before_left(a: pyrx.int64[:], log: pyrx.int64[:]):
    a[note(log, 1)] = note(log, 2)
    return log[0]


def operands_in_order(log: pyrx.int64[:]):
    x = note(log, 1) - note(log, 2) * note(log, 3)
    return x, log[0]


def arguments_in_order(log: pyrx.int64[:]):
    return three(note(log, 1), c=note(log, 2), b=note(log, 3)), log[0]


def augmented_target_once(a: pyrx.int64[:], log: pyrx.int64[:]):
    a[note(log, 1)] += note(log, 2)
    return log[0]


def tuple_order(log: pyrx.int64[:]):
    t = (note(log, 1), note(log, 2), note(log, 3))
    return t, log[0]


def swap_order(a: pyrx.int64[:]):
    i = 0
    i, a[i] = 1, 7
    a[i], i = 9, 2
    return i


def note(log: pyrx.int64[:], n: int) -> int:
    log[0] = log[0] * 10 + n
    return n


def three(a: int, b: int, c: int) -> int:
    return a * 100 + b * 10 + c


def condition_effects(log: pyrx.int64[:], n: int):
    if note(log, n) > 1 and note(log, 2) > 1 or note(log, 3) > 5:
        note(log, 4)
    return log[0]


def loop_bound_once(log: pyrx.int64[:]):
    for i in range(note(log, 3)):
        note(log, 9)
    return log[0]


def while_test_each_time(log: pyrx.int64[:], n: int):
    while note(log, n) > 0:
        n -= 1
    return log[0]


def reexecuted_without_effects(n: int):
    total = 1
    for i in range(1, n):
        total *= i
    return total


def local_array_effects(n: int):  # level: any
    a = [0] * 3
    for i in range(n):
        a[i % 3] += 2**61
    return a


def local_numpy_effects(n: int, xs: pyrx.int64[:]):
    total = 1
    for i in range(len(xs)):
        total *= int(xs[i])
    return total * n


def print_once(n: int):  # level: interpreted
    for i in range(n):
        print(i)
    return n


def overlap_forward(a: pyrx.float64[:], n: int):
    for i in range(n):
        a[i + 1] = a[i] + 1


def overlap_backward(a: pyrx.float64[:], n: int):
    for i in range(n):
        a[i] = a[i + 1] + 1


def overlap_two(a: pyrx.float64[:], b: pyrx.float64[:], n: int):
    for i in range(n):
        b[i] = a[i] * 2


def nan_payload(a: pyrx.float64[:]):
    a[1] = a[0]


def minus_zero(a: pyrx.float64[:]):
    for i in range(len(a)):
        a[i] = a[i] * -1.0 + 0.0


def zero_times(a: pyrx.float64[:]):
    for i in range(len(a)):
        a[i] = a[i] * 0.0 - a[i] + a[i]


def compare_nan(a: pyrx.float64[:]):
    n = 0
    for i in range(len(a)):
        if not a[i] < 1.0:
            n += 1
        if not (a[i] >= 1.0):
            n += 100
    return n


GLOBAL = np.zeros(2, np.int64)


def loop_may_not_run(n: int, big: int):  # level: mixed
    for i in range(n):
        print("in", i * big)
    print("after")
    return big * big * big


def left_early(a: pyrx.int64[:], k: int, big: int):  # level: native
    while True:
        if k == 0:
            break
        a[0] += 1
        k -= 1
    a[1] += 1
    return big * big * big


def handler_may_not_run(a: pyrx.int64[:], k: int, big: int):  # level: native
    try:
        if k > 0:
            raise ValueError("k")
    except ValueError:
        a[0] += 1
    a[1] += 1
    return big * big * big


def two_while(a: pyrx.int64[:], n: int, big: int):  # level: native
    i = 0
    while i < n:
        a[i] += 1
        i += 1
    while i < 2:
        a[i] += 1
        i += 1
    return big * big * big


def store_and_print(a: pyrx.int64[:]):  # level: any
    a[0] = 1
    print("stored")


def own_array_but_prints(big: int):  # level: any
    own = np.zeros(3, np.int64)
    store_and_print(own)
    return big * big * big


def store_two(a: pyrx.int64[:]):  # level: any
    a[0] = 1
    GLOBAL[0] += 1


def own_array_but_global(big: int):  # level: any
    own = np.zeros(3, np.int64)
    store_two(own)
    return big * big * big, GLOBAL[0]


def store_then_raise(a: pyrx.int64[:], k: int):  # level: native
    a[0] += 1
    if k > 0:
        raise ValueError("k")
    return k


def caught_after_store(a: pyrx.int64[:], k: int, big: int):  # level: native
    s = 0
    try:
        s = store_then_raise(a, k)
    except ValueError:
        s = 1
    return s + big * big * big


def finally_after_store(a: pyrx.int64[:], k: int, big: int):  # level: native
    s = 0
    try:
        s = store_then_raise(a, k)
    finally:
        s = big * big * big
    return s


def dropped_after_store(a: pyrx.int64[:], k: int, big: int):  # level: native
    for _ in range(2):
        try:
            store_then_raise(a, k)
        finally:
            break
    return big * big * big


class Loud:
    def speak(self):
        print("speaks")
        raise ValueError("loud")


def caught_after_print(who: object, n: int, big: int):  # level: mixed
    s = 0
    try:
        for i in range(n):
            s += i
            who.speak()
    except ValueError:
        s += 1
    for i in range(n):
        s += i
    return s + big * big * big


def finally_would_store(a: pyrx.int64[:], big: int):  # level: native
    s = 0
    try:
        s = big * big * big
    finally:
        a[0] += 1
    return s


def dictionary_of_arrays(a: pyrx.int64[:], n: int, big: int):  # level: mixed
    s = 0
    for i in range(n):
        s += i + int(a[0])
    pair = (a, s)
    kept = {"pair": pair}
    kept["pair"][0].fill(s + 1)
    kept["pair"][0][1] += 1
    return big * big * big + s


class Hashed:
    def __hash__(self):
        print("hash")
        return 1


def hashes_key(key: object, n: int, big: int):  # level: mixed
    s = 0
    for i in range(n):
        s += i
    known = {key: 1}
    return big * big * big + s, len(known)


def hashes_item(item: object, n: int, big: int):  # level: mixed
    s = 0
    for i in range(n):
        s += i
    known = {item, 3}
    return big * big * big + s, len(known)


# --- calls
store_order(np.zeros(2, np.int64))
aliased(f8(3), f8(1))
aliased((x := f8(3)), x)
aliased((x := f8(3)), x[2:])
aliased_sum(f8(3), np.zeros(1))
aliased_sum((x := f8(3)), x)
aliased_sum((x := f8(4)), x[1:])
aliased_types((x := np.zeros(1, np.int64)), x.view(np.float64))
aliased_types(np.zeros(1, np.int64), np.zeros(1))
invariant_changes(f8(2), f8(3))
invariant_changes((x := f8(3)), x)
invariant_changes((x := f8(4))[2:], x)
right_before_left(np.zeros(3, np.int64), np.zeros(1, np.int64))
operands_in_order(np.zeros(1, np.int64))
arguments_in_order(np.zeros(1, np.int64))
augmented_target_once(np.ones(3, np.int64), np.zeros(1, np.int64))
tuple_order(np.zeros(1, np.int64))
swap_order(np.zeros(3, np.int64))
(condition_effects(np.zeros(1, np.int64), n) for n in (1, 2))
loop_bound_once(np.zeros(1, np.int64))
while_test_each_time(np.zeros(1, np.int64), 3)
(reexecuted_without_effects(n) for n in (5, 21, 22, 30))
(local_array_effects(n) for n in (2, 12, 30))
(local_numpy_effects(n, np.array([2**31, 2**31, 3])) for n in (1, 2))
print_once(3)
overlap_forward(f8(5), 4)
overlap_forward(f8(100), 99)
overlap_forward(f8(3), 3)
overlap_backward(f8(100), 99)
(overlap_two((x := f8(40))[i:], x[j:], 36) for i in (0, 1, 2, 3, 4) for j in (0, 1, 2, 3, 4))
overlap_two((x := f8(10)), x[::-1], 10)
nan_payload(np.array([nan, 0.0]))
minus_zero(np.array([0.0, -0.0, 1.0]))
zero_times(np.array([0.0, -0.0, nan, inf, 1e308, 1.0]))
compare_nan(np.array([0.0, nan, 1.0, inf]))
(loop_may_not_run(n, 10) for n in (0, 2))
(loop_may_not_run(n, 10**9) for n in (0, 2))  # deviation: 3 raises OverflowError
(left_early(np.zeros(2, np.int64), k, 10**9) for k in (0, 2))  # deviation: 3 raises OverflowError
(handler_may_not_run(np.zeros(2, np.int64), k, 10**9) for k in (0, 1))  # deviation: 3 raises OverflowError
(two_while(np.zeros(2, np.int64), n, 10**9) for n in (0, 1, 2))  # deviation: 3 raises OverflowError
own_array_but_prints(10**9)  # deviation: 3 raises OverflowError
own_array_but_global(10**9)  # deviation: 3 raises OverflowError
GLOBAL.copy()
(caught_after_store(np.zeros(2, np.int64), k, 10**9) for k in (0, 1))  # deviation: 3 raises OverflowError
finally_after_store(np.zeros(2, np.int64), 0, 10**9)  # deviation: 3 raises OverflowError
finally_after_store(np.zeros(2, np.int64), 1, 2)
dropped_after_store(np.zeros(2, np.int64), 1, 10**9)  # deviation: 3 raises OverflowError
caught_after_print(Loud(), 2, 10)
caught_after_print(Loud(), 2, 10**9)  # deviation: 3 raises OverflowError
finally_would_store(np.zeros(2, np.int64), 10**9)
dictionary_of_arrays(np.zeros(3, np.int64), 2, 10)
dictionary_of_arrays(np.zeros(3, np.int64), 2, 10**9)  # deviation: 3 raises OverflowError
hashes_key(Hashed(), 2, 10)
hashes_key(Hashed(), 2, 10**9)  # deviation: 3 raises OverflowError
hashes_item(Hashed(), 2, 10)
hashes_item(Hashed(), 2, 10**9)  # deviation: 3 raises OverflowError
