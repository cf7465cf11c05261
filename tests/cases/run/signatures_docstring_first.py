#!/usr/bin/env python3
# -*- coding: utf-8 -*-
"""A module docstring behind a coding line; odd layouts of the source."""
# bundle: alone

import numpy as np; import math  # noqa: E401, E702

import pyrx


def one_line(x: float): return x * 2  # noqa: E704


def semicolons(n: int):
    a = n; b = a + 1; return a * b  # noqa: E702


def continued(x: float,
              y: float,
              *,
              z: float = 1.0,
              ):
    return x + \
        y * \
        z


def tabs(n: int):
	total = 0
	for i in range(n):
		total += i
	return total


def größe(höhe: float, ß: float):
    """Breite mal Höhe: ü."""
    λ = höhe * ß
    return λ


def self(self: int, Self: int, crate: int, super: int):
    return self + 2 * Self + 3 * crate + 4 * super


def fn(let: int, mut: int, impl: int, match: int, type: int, move: int):
    loop = let + mut
    r = impl * match
    r_ = r + loop
    return r_ - type * move


def __dunder__(_: int, __: int, ___: int):
    return _ + 10 * __ + 100 * ___


def names(a: float, A: float, a_: float, _a: float, a1: float):
    return a + 10 * A + 100 * a_ + 1000 * _a + 10000 * a1


def comment_bidi(n: int):
    # ‮ reversed ‬ comment
    s = "‮"
    return n + len(s)


def quotes(n: int):
    s = 'a"b\\n{}\t'
    t = r"raw\d" "joined" 'x'
    u = """triple
"quoted"
"""
    return s, t, u, n


def deep_parentheses(n: int):
    return ((((((((((((((((((((((((n + 1))))))))))))))))))))))))


def long_sum(n: int):
    return (n + 1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10 + 11 + 12 + 13 + 14 + 15 + 16 + 17 + 18 + 19 + 20 + 21 + 22
            + 23 + 24 + 25 + 26 + 27 + 28 + 29 + 30 + 31 + 32 + 33 + 34 + 35 + 36 + 37 + 38 + 39 + 40)


def only_docstring(n: int):  # level: any
    """Nothing else."""


def ellipsis_body(n: int): ...  # level: any


def number_spellings():
    return 0xFF, 0o17, 0b101, 1_000, 1e3, 1E-3, .5, 5., 1j, 1_0.5e-1, 00


async def asynchronous(n: int):  # level: any
    return n


ﬁ = 3


def nfkc(n: int):
    return n + fi  # noqa: F821


# --- calls
one_line(1.5)
semicolons(3)
continued(1.0, 2.0)
continued(1.0, 2.0, z=3.0)
continued(1.0, 2.0, 3.0)
tabs(4)
größe(2.0, 1.5)
größe(höhe=2.0, ß=1.5)
größe(2.0)
größe.__doc__
self(1, 2, 3, 4)
self(self=1, Self=2, crate=3, super=4)
fn(1, 2, 3, 4, 5, 6)
fn(let=1, mut=2, impl=3, match=4, type=5, move=6)
__dunder__(1, 2, 3)
names(1.0, 2.0, 3.0, 4.0, 5.0)
comment_bidi(1)
quotes(1)
deep_parentheses(1)
long_sum(1)
only_docstring(1)
ellipsis_body(1)
number_spellings()
nfkc(1)
module.__doc__
