"""When values go: a variable lets go of one as it gets another, and what shares its memory stays."""

import weakref

import numpy as np


class Thing:
    pass


LOG = []


def thing(name):
    made = Thing()
    made.name = name
    weakref.finalize(made, LOG.append, name)
    return made


def logged():
    out = list(LOG)
    LOG.clear()
    return out


def straight(int n):
    cdef int i, total = 0
    x = thing("first")
    LOG.append("made")
    x = thing("second")
    LOG.append("made")
    x = None
    for i in range(n):
        total += i
    y = thing("third")
    del y
    LOG.append("end")
    return total, x, logged()


def in_branches(int n):
    if n > 1:
        x = thing("branch")
        LOG.append(x.name)
    elif n > 0:
        x = thing("other")
        LOG.append(x.name)
    x = thing("after")
    LOG.append("end")
    return x.name, logged()


def in_loops(int n):
    cdef long total = 0
    cdef int i
    for i in range(n):
        x = thing(i)
        total += i
        LOG.append("first")
        x = thing(-i)
        LOG.append("second")
    LOG.append("end")
    x = None
    return total, x, logged()


def swapped(int n):
    a = thing("a")
    b = thing("b")
    a, b = b, a
    LOG.append((a.name, b.name))
    a, b = thing(n), a
    LOG.append((a.name, b.name))
    a = None
    b = None
    return logged()


def other_name(int n):
    x = thing("kept")
    y = x
    x = thing("new")
    LOG.append("assigned")
    y = n
    LOG.append("gone")
    return x.name, y, logged()


def around_errors(int n):
    x = thing("before")
    try:
        x = thing("inside")
        LOG.append(10 // n)
        x = thing("again")
    except ZeroDivisionError:
        LOG.append("handled " + x.name)
        x = thing("handler")
    LOG.append("end")
    return x.name, logged()


def maybe_unbound(int n):
    if n > 0:
        x = thing("some")
        LOG.append("bound")
    if n > 1:
        x = thing("more")
        LOG.append("bound")
        return x.name, logged()
    LOG.append("end")
    try:
        return x.name, logged()
    except UnboundLocalError:
        return "unbound", logged()


def in_comprehension(int n):
    x = thing("outer")
    names = [x.name for x in [thing(i) for i in range(n)]]
    x = [x.name] + names
    LOG.append("end")
    return x, logged()


def iterated(int n):
    for x in [thing(i) for i in range(n)]:
        LOG.append("item")
    x = None
    LOG.append("between")
    for a, b in [(thing("a"), thing("b"))] * n:
        LOG.append(a.name + b.name)
    a = b = None
    LOG.append("end")
    return logged()


def nested_calls(int n):
    x = len(repr(thing("argument").name)) + n
    LOG.append("called")
    y = (thing("left").name + thing("right").name).upper()
    LOG.append("computed")
    for i in range(n):
        LOG.append(thing(i).name + 1)
    if thing("condition").name:
        LOG.append("true")
    LOG.append("end")
    return x, y, logged()


def while_made(int n):
    while thing(n).name > 0:
        LOG.append("body")
        n -= 1
    LOG.append("end")
    return logged()


def views(int n):
    cdef double[:] v = np.zeros(n)
    a = np.arange(float(n))
    weakref.finalize(a, LOG.append, "a")
    v = a
    a = None
    LOG.append("held by the view")
    w = v[1:]
    v = np.ones(n)
    LOG.append("held by its slice")
    w = v[:1]
    LOG.append("gone")
    return np.asarray(v).tolist(), np.asarray(w).tolist(), logged()


def buffers(int n):
    a = np.arange(float(n)) + 1
    b = a[::2]
    a = a * 2
    c = a.T
    a = a[1:]
    return a, b, c


# --- calls
(straight(n) for n in (0, 3))
(in_branches(n) for n in (0, 1, 2))
(in_loops(n) for n in (0, 1, 3))
swapped(1)
other_name(1)
(around_errors(n) for n in (0, 3))
(maybe_unbound(n) for n in (0, 1, 2))
(in_comprehension(n) for n in (0, 1))
(iterated(n) for n in (1, 3))
(nested_calls(n) for n in (0, 2))
(while_made(n) for n in (0, 2))
(views(n) for n in (1, 4))
(buffers(n) for n in (0, 1, 4))
