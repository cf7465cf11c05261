"""Values that no path makes: items of a list that is never filled, variables that are never bound where they are read."""

import pyrx


def item(n: int):
    l = []
    return l[n]


def set(n: int):
    l = []
    l[n] = 3
    return n


def pop(n: int):
    l = []
    x = l.pop()
    return x + n


def arith(n: int):
    l = []
    x = l[n]
    y = x + 1
    z = y * x
    return z / 2


def loop(n: int):
    l = []
    s = 0
    for v in l:
        s += v
    return s


def loop_after(n: int):
    l = []
    for v in l:
        pass
    return v


def enum(n: int):
    l = []
    i = 0
    for i, v in enumerate(l):
        n += v
    return i, n


def call(n: int):
    l = []
    return helper(l[n], n)


def helper(x, n: int):  # level: any
    return x + n


def loop_always_leaves(n: int):
    for i in range(n):
        return i
    return i


def loop_always_leaves2(n: int):
    for i in range(n):
        break
    return i


def loop_always_raises(n: int):
    for i in range(n):
        raise ValueError
    return i


def while_leaves(n: int):
    while n > 3:
        k = n
        return 1
    return k


def never_assigned(n: int):
    if n > 3:
        return 1
        k = 2
    return k


def never_assigned_aug(n: int):
    k += n
    return k


def never_assigned_store(n: int):  # level: any
    if n > 3:
        a[0] = 1
    return n
    a = [1]


def never_min(n: int):  # level: any
    l = []
    if n > 3:
        return min(l)
    if n > 2:
        return max(l)
    return sum(l)


def never_compare(n: int):
    l = []
    if l[n] < 3:
        return 1
    return 2


def never_if(n: int):
    l = []
    if l[n]:
        return 1
    return 2


def never_in(n: int):
    l = []
    return n in l


def never_array(n: int, a: pyrx.float64[:]):
    l = []
    a[0] = l[n]
    return a[l[0]]


def never_str(n: int):  # level: any
    l = []
    return str(l[n])


def never_slice(n: int):
    l = []
    m = l[n:]
    return m[0]


def never_comp(n: int):
    l = []
    m = [x + 1 for x in l]
    return m[n], len(m)


def never_tuple(n: int):  # level: any
    l = []
    a, b = l[n]
    return a


def never_tuple2(n: int):
    l = []
    a, b = l
    return a


def never_tuple3(n: int):
    l = []
    a, b = l[n], n
    a += 1
    return a, b


def never_list_of(n: int):
    l = []
    m = [l[0], l[1]]
    return m


def never_call_float(n: int):
    l = []
    return float(l[n]), int(l[n]), abs(l[n])


def never_range(n: int):
    l = []
    for i in range(l[n]):
        n += i
    return n


def never_method(n: int):
    l = []
    return l[n].real


def never_index(n: int):  # level: any
    l = []
    return l[n][0]


def never_index2(n: int):  # level: any
    l = []
    l[n][0] = 1
    l[n].append(2)
    l[n] += 1
    return l


def never_minus(n: int):
    l = []
    return -l[n], not l[n], ~l[n]


def never_and(n: int):
    l = []
    return l[n] and n, n or l[n]


def never_ifexp(n: int):
    l = []
    return l[n] if n else n


def unbound_after_loop(n: int):
    while True:
        if n > 3:
            x = 1
            break
        n += 1
        return n
    return x


def deleted(n: int):  # level: any
    try:
        n = 1 // n
    except ZeroDivisionError as e:
        pass
    return e


def param_none(n: int, x=None):  # level: any
    if x is None:
        return n
    return x[n]


def empty_tuple(n: int):  # level: any
    t = ()
    for v in t:
        n += v
    return n


def empty_tuple_index(n: int):  # level: any
    t = ()
    return t[n]

def walrus_unbound(n: int):
    if n > 5 and (k := n) > 3:
        pass
    return k


# --- calls
(item(n) for n in [0, 1, 4, 9])
(set(n) for n in [0, 1, 4, 9])
(pop(n) for n in [0, 1, 4, 9])
(arith(n) for n in [0, 1, 4, 9])
(loop(n) for n in [0, 1, 4, 9])
(loop_after(n) for n in [0, 1, 4, 9])
(enum(n) for n in [0, 1, 4, 9])
(call(n) for n in [0, 1, 4, 9])
(loop_always_leaves(n) for n in [0, 1, 4, 9])
(loop_always_leaves2(n) for n in [0, 1, 4, 9])
(loop_always_raises(n) for n in [0, 1, 4, 9])
(while_leaves(n) for n in [0, 1, 4, 9])
(never_assigned(n) for n in [0, 1, 4, 9])
(never_assigned_aug(n) for n in [0, 1, 4, 9])
(never_assigned_store(n) for n in [0, 1, 4, 9])
(never_min(n) for n in [0, 1, 4, 9])
(never_compare(n) for n in [0, 1, 4, 9])
(never_if(n) for n in [0, 1, 4, 9])
(never_in(n) for n in [0, 1, 4, 9])
(never_array(n, np.ones(3)) for n in [0, 1, 4, 9])
(never_str(n) for n in [0, 1, 4, 9])
(never_slice(n) for n in [0, 1, 4, 9])
(never_comp(n) for n in [0, 1, 4, 9])
(never_tuple(n) for n in [0, 1, 4, 9])
(never_tuple2(n) for n in [0, 1, 4, 9])
(never_tuple3(n) for n in [0, 1, 4, 9])
(never_list_of(n) for n in [0, 1, 4, 9])
(never_call_float(n) for n in [0, 1, 4, 9])
(never_range(n) for n in [0, 1, 4, 9])
(never_method(n) for n in [0, 1, 4, 9])
(never_index(n) for n in [0, 1, 4, 9])
(never_index2(n) for n in [0, 1, 4, 9])
(never_minus(n) for n in [0, 1, 4, 9])
(never_and(n) for n in [0, 1, 4, 9])
(never_ifexp(n) for n in [0, 1, 4, 9])
(unbound_after_loop(n) for n in [0, 1, 4, 9])
(deleted(n) for n in [0, 1, 4, 9])
(param_none(n) for n in [0, 1, 4, 9])
(empty_tuple(n) for n in [0, 1, 4, 9])
(empty_tuple_index(n) for n in [0, 1, 4, 9])
(walrus_unbound(n) for n in [0, 1, 4, 9])
