"""What is suggested for functions without types, from how they use their parameters."""

import math

import numpy as np


def mean(values):
    return sum(values) / len(values)


def loops(values, weights):
    t = 0.0
    for i in range(len(values)):
        t += values[i] * weights[i]
    return t


def matrix(m, n):
    t = 0.0
    for i in range(n):
        t += m[i, i]
    return t


def rows(grid):
    t = 0.0
    for row in grid:
        for v in row:
            t += v
    return t


def shape(a):
    m, n = a.shape
    return m * n


def reduced(a):
    return np.sum(a) + np.zeros_like(a)[0]


def made(n, m):
    return np.zeros((n, m))


def index(a, i):
    return a[i - 1] + a[i]


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def bits(x, y):
    return x << y & ~x


def number(x, y):
    return math.sqrt(x * x + y * y)


def words(text, sep):
    return text.split(sep)


def defaults(x, scale=2.0, offset=-1, flag=False, name="", table=None, items=(), z=1j, raw=b""):
    return x * scale + offset


def markers(a, b, /, c, *rest, d, e=1, **more):
    return a * b * c * d * e


def after_star(a, *, d):
    return a * d


def by_name(record):
    return record["x"]


def attribute(o):
    return o.name


def called(f, x):
    return f(x)


def unused(x):
    return 1


def consumed(xs):
    return sum(x * x for x in xs)


def rebound(x):
    x = [x]
    return x


class Point:
    def __init__(self, x):
        self.x = x

    def norm(self):
        return self.x

    @staticmethod
    def made(n):
        return range(n)

    @classmethod
    def of(cls, xs):
        return xs[0]

    def __private(self, __n):
        return __n - 1


def größe(naïve):
    return naïve[0]


def of_records(rows, limit=3.0):
    return [r["value"] for r in rows if r.get("value", 0.0) < limit]


def of_objects(particles):
    t = 0.0
    for p in particles:
        t += p.x
    return t


def of_words(words):
    n = 0
    for word in words:
        if word.startswith("a"):
            n += 1
    return n


def bfs(graph, start):
    queue = [start]
    n = 0
    for node in queue:
        for x in graph[node]:
            queue.append(x)
            n += 1
    return n


def items(table):
    t = 0.0
    for key, value in table.items():
        t += key * value
    return t


def got(counts, word):
    return counts.get(word, 0) + 1


def sought(table, key):
    if key in table:
        return table[key]
    return 0.0


def row(grid, i):
    t = 0.0
    for j in range(len(grid)):
        for v in grid[j]:
            t += v
    return t + grid[i, 0]


def seen(visited, n):
    visited.add(n)
    return n in visited


def united(a, b):
    return len(a.union(b))


def changed(stack, x):
    stack.append(x)
    return len(stack)


def read(file):
    return len(file.read())


def applied(f, xs):
    return sum(f(x) for x in xs)


def all_applied(fs, x):
    for f in fs:
        x = f(x)
    return x


def both(points, scale, report):
    report(scale)
    t = 0.0
    for p in points:
        t += p.x * scale
    return t


def shouted(text):
    return text.upper() + "!"


def vowels(text):
    return sum(1 for c in text if c in "aeiou")


def letters(text):
    t = text.strip()
    n = 0
    for c in text:
        if c.isalpha():
            n += 1
    return n


def first(text):
    return text[0] == "a"


def named(kind):
    return 1.0 if kind == "area" else 2.0


def joined(words):
    return ", ".join(words)


def prefixed(name):
    return "Mr " + name


def letter(c):
    return c == "a"


def empty_default(x, seen={}, found=None):
    seen.update(x)
    found.append(x)
    return x


def multi_line(o):
    return o.a_name_that_is_longer_than_a_sentence_has_room_for


def no_use(a=None, b=()):
    return 1


class Graph:
    def size(self, table):
        return len(table.keys())


def typed(n: int, table):
    t = 0.0
    for i in range(n):
        t += table.get(i, 0.0)
    return t


def edges(graph, node):
    return sum(w for _, w in graph[node].items())


def degrees(graph):
    return {node: len(graph[node]) for node in graph}


def capitals(names, i):
    return names[i].upper()


def caesar(text, shift):
    out = []
    for c in text:
        if c.isalpha():
            out.append(chr((ord(c) - 97 + shift) % 26 + 97))
    return "".join(out)


def smooth(signal, window):
    return np.convolve(signal, np.ones(window) / window, mode="same")


class System:
    def __init__(self, bodies):
        self.bodies = bodies

    def step(self, dt):
        for a in self.bodies:
            a.x += dt * a.vx

    def get(self, dt):
        return self.items(dt)

    @classmethod
    def of(cls, n):
        return cls(range(n))
