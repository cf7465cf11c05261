"""Why values are Python objects: each chain is followed to where the source could say more."""

import json

import numpy as np
import pyrx
from helpers import load

LIMIT = 3
LIMIT = 4


class Particle:
    def __init__(self, x: float):
        self.x = x


def generator(n: int):
    yield n


def result_of_another_module(n: int) -> float:
    x = load(n)
    s = 0.0
    for i in range(n):
        s += x * i
    return s


def told_where_assigned(n: int) -> float:
    x: float = load(n)
    s = 0.0
    for i in range(n):
        s += x * i
    return s


def parameters(a, b: np.ndarray, n: int):
    t = 0.0
    for i in range(n):
        t += a[i] * b[i]
    return t


def items(particles, n: int):
    t = 0.0
    for i in range(n):
        for p in particles:
            t += p.x
    return t


def rebound_global(n: int):
    t = 0
    for i in range(n):
        if i > LIMIT:
            t += i
    return t


def kept_list(xs: list[float], n: int):
    for i in range(n):
        xs[i] = 0.0
    return xs


def left_function(n: int):
    t = 0
    for i in range(n):
        for j in generator(i):
            t += j
    return t


def whole_arrays(a: pyrx.float64[:, ::1], n: int):
    t = 0.0
    for i in range(n):
        t += np.linalg.norm(a[i])
        t += (a * 2.0)[0, 0]
        t += a[a > 0].sum()
        t += a.max()
    return t


def too_many_axes(a: pyrx.float64[:], n: int):
    t = 0.0
    for i in range(n):
        t += a[0, i]
    return t


def containers(n: int):
    t = 0
    for i in range(n):
        d = {"a": i}
        t += d["a"]
        s = {i}
        t += len(s)
    return t


def two_types(n: int, flag: bool):
    t = 0
    for i in range(n):
        v = "a"
        if flag:
            v = i
        t += i
        json.dumps(v)
    return t


def in_place(n: int):
    a = np.zeros(n)
    a *= 2.0
    for i in range(n):
        a[i] += i
    return a


def classes(n: int):
    t = 0.0
    for i in range(n):
        t += Particle(float(i)).x
    return t


def unpacked(pairs, n: int):
    t = 0
    for a, b in pairs:
        t += a if b else n
    return t


def own_function(o):
    return parameters(o, o, 3)


def star(*xs: float):
    return xs[0]


def not_imported(a: cython.double[:]):
    return a[0]


def not_a_type(a: list[flaot]):
    return a[0]


class Oscillator:
    def step(self, x: float, n: int):
        for _ in range(n):
            x += self.k * x
        return x


def called(f, x: float, n: int):
    for _ in range(n):
        x += f(x)
    return x
