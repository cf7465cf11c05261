"""Lists that take items of another type, and all their names: stores, in-place operators, methods, callees."""

import pyrx


def store_float(x: float):  # level: any
    xs = [1, 2]
    xs[0] = x
    return xs


def add_float(x: float):  # level: any
    xs = [1, 2]
    xs[0] += x
    return xs


def literal(x: float):  # level: any
    xs = [1.5, 2]
    return xs


def store_text(s: str):  # level: any
    xs = [1, 2]
    xs[0] = s
    return xs


def insert_float(x: float):  # level: any
    xs = [1, 2]
    xs.insert(0, x)
    return xs


def store_int(n: int):  # level: any
    xs = [1.0, 2.0]
    xs[0] = n
    return xs


def append_int(n: int):  # level: any
    xs = [1.0, 2.0]
    xs.append(n)
    return xs


def extend_in_place(x: float):  # level: any
    xs = [1, 2]
    xs += [x]
    return xs


def extend(x: float):  # level: any
    xs = [1, 2]
    xs.extend([x])
    return xs


def store_tuple(x: float):  # level: any
    xs = [(1, 2)]
    xs[0] = (x, 3)
    return xs


def store_in_empty(x: float):  # level: any
    xs = []
    xs[0] = (x, 3)
    return xs


def loop_target(x: float):  # level: any
    xs = [1, 2]
    for xs[1] in (x, x + 1):
        pass
    return xs


def unpacked_target(x: float):  # level: any
    xs = [1, 2]
    xs[0], y = x, 1
    return xs


def int_among_bools(x: float):  # level: any
    xs = [True, False]
    xs[0] = 3
    return xs


def bool_among_ints(x: float):  # level: any
    xs = [1, 2]
    xs[0] = x > 1
    return xs


def divided(x: float):  # level: any
    xs = [1, 2]
    xs[0] /= 2
    return xs


def other_name(x: float):  # level: any
    xs = [1, 2]
    ys = xs
    ys[0] = x
    return xs


def looked_for(x: float):  # level: any
    xs = [1, 2]
    return xs.count(x), xs.index(x), x in xs


def removed(x: float):  # level: any
    xs = [1, 2]
    xs.remove(x)
    return xs


def repeated(x: float):  # level: any
    xs = [0] * 3
    xs[1] = x
    xs[2] += x
    return xs, sum(xs)


def append_by_other_name(x: float):  # level: any
    xs = [1]
    ys = xs
    ys.append(x)
    return xs


def empty_by_other_name(x: float):  # level: any
    xs = []
    ys = xs
    ys.append(x)
    return xs, ys


def empty_then_changed(x: float):  # level: any
    xs = []
    ys = xs
    ys.append(x)
    xs[0] += 1
    return sum(xs)


def either_list(x: float):  # level: any
    xs = [1]
    ys = [2]
    (xs if x > 1 else ys)[0] = x
    return xs, ys


def walrus_name(x: float):  # level: any
    xs = []
    (ys := xs).append(x)
    return xs, ys


def named_twice(x: float):  # level: any
    xs = ys = []
    xs.append(x)
    return xs, ys


def put(xs, x):  # level: any
    xs[0] = x
    return xs


def by_callee(x: float):  # level: any
    xs = [1]
    put(xs, x)
    return xs


def through_callee(x: float):  # level: any
    xs = [1]
    put(xs, x)[0] = 2
    put(xs, 3)[0] = x
    return xs


def grow(xs, x):  # level: any
    xs.append(x)


def grown_by_callee(x: float):  # level: any
    xs = []
    grow(xs, x)
    return xs


def copies_of_empty(x: float):  # level: any
    xs = []
    ys = xs[:]
    ys.append(x)
    zs = list(xs)
    zs.append(x > 1)
    return xs, ys, zs


def sums_of_empty(x: float):  # level: any
    xs = []
    ys = xs + xs
    zs = xs * 2
    ys.append(x)
    zs.append(2)
    return xs, ys, zs


def empty_or_not(x: float):  # level: any
    xs = []
    ys = xs if x > 1 else [2]
    ys.append(4)
    return xs, ys


def slice_assigned(x: float):  # level: any
    xs = [1, 2, 3]
    xs[1:2] = [5, 6, x]
    return xs


def text_added(x: float):  # level: any
    xs = ["a", "b"]
    xs[0] += "c"
    return xs


def in_place_by_name(x: float):  # level: any
    xs = [1, 2, 3]
    ys = xs
    xs += [4]
    xs += [x]
    return xs, ys


def empty_in_place(x: float):  # level: any
    xs = []
    xs += [x]
    return xs


def empty_in_place_by_name(x: float):  # level: any
    xs = []
    ys = xs
    ys += [x]
    xs.append(x)
    return xs, ys


def slice_of_itself(x: float):  # level: any
    xs = [1, 2, 3]
    xs[1:] = xs[:1]
    xs[0] = 7
    return xs, sum(xs)


def filled_in_loop(x: float, n: int):  # level: any
    out = [0] * n
    for i in range(n):
        out[i] = x * i
    return out


def floats_in_loop(x: float, n: int):  # level: any
    out = [0.0] * n
    for i in range(n):
        out[i] = x * i
    return sum(out)


def given_back(x: float):  # level: any
    xs = [1, 2]
    ys = put(xs, 3)
    ys.append(x)
    return xs, ys


def list_of_lists(x: float):  # level: any
    xs = [1, 2]
    ys = [xs, xs]
    ys[0][1] = x
    return xs, ys


def in_tuple(x: float):  # level: any
    xs = [1, 2]
    def_ = (xs, 3)
    zs, k = def_
    zs[0] = x
    return xs


def scalar_stored(x: float, a: pyrx.float64[:]):  # level: any
    xs = [0.5]
    xs[0] = a[0]
    return xs


def scalar_appended(x: float, a: pyrx.float64[:]):  # level: any
    xs = [0.5]
    xs.append(a[0])
    return xs


def named_twice_then_outgrown(x: float):  # level: any
    xs = ys = [1]
    xs.append(x)
    return xs, ys


def walrus_then_outgrown(x: float):  # level: any
    xs = (ys := [1])
    xs[0] = x
    return xs, ys


def one_list_twice(x: int):  # level: any
    xs = [x]
    ys = xs
    ys.append(2)
    return xs, x, ys


def two_lists(x: int):
    xs = [x]
    ys = xs.copy()
    ys.append(2)
    return xs, ys


def is_one(x: int):  # level: any
    a, _, b = one_list_twice(x)
    c, d = two_lists(x)
    return a is b, c is d


def changed_in_finally(n: int):  # level: any
    xs = [3, 1, 2]
    for i in range(n):
        try:
            if i == 2:
                return xs
            if i == 3:
                return n
            n -= 1
        finally:
            xs[0] += 10
            xs.append(i)
    return None


def changed_in_finally_as_list(n: int):
    xs = [3, 1, 2]
    for i in range(n):
        try:
            if i == 2:
                return xs
        finally:
            xs.append(i)
    return xs


class OwnList(list):
    def __getitem__(self, i):
        return 5


def items_of_subclass(xs: list[int]):  # level: native
    total = 0
    for i in range(len(xs)):
        total += xs[i]
    return total


# --- calls
(changed_in_finally(n) for n in (0, 1, 5, 9))
(changed_in_finally_as_list(n) for n in (0, 1, 5, 9))
is_one(3)
one_list_twice(4)
two_lists(4)
named_twice_then_outgrown(1.5)
walrus_then_outgrown(1.5)
store_float(1.5)
store_float(2.0)
add_float(1.5)
add_float(2.0)
literal(1.5)
literal(2.0)
store_text('a')
insert_float(1.5)
insert_float(2.0)
store_int(3)
append_int(3)
extend_in_place(1.5)
extend_in_place(2.0)
extend(1.5)
extend(2.0)
store_tuple(1.5)
store_tuple(2.0)
store_in_empty(1.5)
store_in_empty(2.0)
loop_target(1.5)
loop_target(2.0)
unpacked_target(1.5)
unpacked_target(2.0)
int_among_bools(1.5)
int_among_bools(2.0)
bool_among_ints(1.5)
bool_among_ints(2.0)
divided(1.5)
divided(2.0)
other_name(1.5)
other_name(2.0)
looked_for(1.5)
looked_for(2.0)
removed(1.5)
removed(2.0)
repeated(1.5)
repeated(2.0)
append_by_other_name(1.5)
append_by_other_name(2.0)
empty_by_other_name(1.5)
empty_by_other_name(2.0)
empty_then_changed(1.5)
empty_then_changed(2.0)
either_list(1.5)
either_list(2.0)
walrus_name(1.5)
walrus_name(2.0)
named_twice(1.5)
named_twice(2.0)
by_callee(1.5)
by_callee(2.0)
through_callee(1.5)
through_callee(2.0)
grown_by_callee(1.5)
grown_by_callee(2.0)
copies_of_empty(1.5)
copies_of_empty(2.0)
sums_of_empty(1.5)
sums_of_empty(2.0)
empty_or_not(1.5)
empty_or_not(2.0)
slice_assigned(1.5)
slice_assigned(2.0)
text_added(1.5)
text_added(2.0)
in_place_by_name(1.5)
in_place_by_name(2.0)
empty_in_place(1.5)
empty_in_place(2.0)
empty_in_place_by_name(1.5)
empty_in_place_by_name(2.0)
slice_of_itself(1.5)
slice_of_itself(2.0)
filled_in_loop(1.5, 4)
filled_in_loop(2.0, 4)
floats_in_loop(1.5, 4)
floats_in_loop(2.0, 4)
given_back(1.5)
given_back(2.0)
list_of_lists(1.5)
list_of_lists(2.0)
in_tuple(1.5)
in_tuple(2.0)
scalar_stored(1.5, np.ones(2))
scalar_stored(2.0, np.ones(2))
scalar_appended(1.5, np.ones(2))
scalar_appended(2.0, np.ones(2))
items_of_subclass([1, 2])
items_of_subclass(OwnList([1, 2]))
