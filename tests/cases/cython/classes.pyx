"""Objects of built-in classes: arguments, locals, globals, results and checked casts."""


def many(list items, dict d, tuple t, str s, bytes b, set st):
    return len(items), len(d) if d is not None else -1


def list_not_none(list items not None):
    return len(items)


cdef int c_length(list items):
    return len(items)


def through_c(x):
    return c_length(x)


cpdef int cp_length(list items, tuple t=(1,)):
    return len(items) + len(t)


def checked_list(x):
    a = <list?>x
    return a


def checked_str(x):
    cdef str s = <str?>x
    return s


def into_list(x):
    cdef list l = x
    return l


def assigned_dict(x):
    cdef dict d
    d = x
    return d


def checked_in_tuple(x):
    return <dict?>x, 1


def checked_item(x):
    return (<tuple?>x)[0]


def rarer(bytearray b, frozenset f, type t=int, slice sl=None):
    return b, f, t, sl


def beside_ints(int x, bytes b=None, *, str key='a'):
    return x, b, key


cdef list g = [1]

def into_global(x):
    global g
    g = x
    return g


cdef list c_list(x):
    return x


def result_of_c(x):
    return c_list(x)


cpdef dict result_of_cp(x):
    return x


def into_bytes(x):
    cdef bytes b = x
    return b


def first_of(list x=None):
    for i in x:
        return i


def swapped(object x, list y):
    x, y = y, x
    return x, y


def looped(x):
    for i in <list?>x:
        return i

# --- calls
many([1], {}, (), '', b'', set())
many(None, None, None, None, None, None)
(many(x, {}, (), '', b'', set()) for x in (None, (1,), 'a', 5))
many([1], [], (), '', b'', set())
many([1], {}, [], '', b'', set())
many([1], {}, (), b'', b'', set())
many([1], {}, (), '', '', set())
many([1], {}, (), '', b'', frozenset())
list_not_none(None)
list_not_none((1,))
list_not_none([1])
(through_c(x) for x in ([1, 2], (1,), None, 5))
(cp_length(x) for x in ([1, 2], (1,), None, 5))
cp_length([1], [1])
(checked_list(x) for x in ([1], None, (1,), 'a', 5))
(checked_str(x) for x in ('a', None, b'a', 5))
(into_list(x) for x in ([1], None, (1,), 'a', 5))
(assigned_dict(x) for x in ({}, None, (1,), 'a', 5))
(checked_in_tuple(x) for x in ({}, None, (1,)))
(checked_item(x) for x in ((1,), [1]))
rarer(bytearray(b'a'), frozenset())
rarer(b'a', frozenset())
rarer(bytearray(), set())
rarer(bytearray(), frozenset(), 5)
rarer(bytearray(), frozenset(), int, 5)
beside_ints(1, b'a')
beside_ints(1, 'a')
beside_ints(1, key=5)
beside_ints(1, key=None)
(into_global(x) for x in ([1], None, (1,)))
(result_of_c(x) for x in ([1], None, (1,)))
(result_of_cp(x) for x in ({}, None, (1,)))
(into_bytes(x) for x in (b'', None, 'a', bytearray()))
first_of()
first_of([5])
first_of((5,))
swapped([1], [2])
swapped((1,), [2])
(looped(x) for x in ([1], (2,), None))
