"""Writes random typed modules and compares what they do compiled with what they do interpreted.

    python generate.py write SEED            prints a module
    python generate.py run SEED COUNT        builds and compares COUNT modules, prints what differs
    python generate.py file MODULE.py        compares a module of one's own; its calls are in the list CALLS of argument texts

Needs numpy and maturin in the running Python; PYRX names the compiler, FUZZ_DIR the folder for its work.
A call is a text for `eval`, where `P0`, `P1`... stand for the arguments before. Deviations of docs/manual/semantics.md that a
comparison can recognise (an int that is an equal float, OverflowError past 64 bits) are counted, not shown.
"""

import ast
import copy
import importlib.util
import json
import os
import random
import struct
import subprocess
import sys
import traceback
import warnings

import numpy as np

PYRX = os.environ.get("PYRX", "pyrx")
DIR = os.environ.get("FUZZ_DIR", "/tmp/pyrx-fuzz")
DTYPES = ["float64", "float32", "int64", "int32", "uint8", "int8", "uint64", "bool_", "complex128"]
INTS = ["int64", "int32", "uint8", "int8", "uint64"]
FLOATS = ["float64", "float32"]
HEAD = '''import math

import numpy as np
import pyrx
from pyrx import prange

K = 7
BIG = 2**40 + 1
RATE = 0.25
NAME = "abc"
FLAG = True
TABLE = (3, 1, 4, 1, 5)
'''


class Function:
    def __init__(self, r, name, earlier, ret=None, annotated=True):
        self.r = r
        self.name = name
        self.earlier = earlier
        self.ret = ret
        self.annotated = annotated
        self.lines = []
        self.fresh = 0
        self.loops = 0
        self.breakable = False
        self.budget = r.randint(6, 16)
        self.env = {}
        self.frozen = set()
        self.params = []
        for i in range(r.randint(2, 4)):
            t = r.choice("IIIIFFFBCS") if i == 0 or r.random() < 0.5 or not annotated and r.random() < 0.7 else None
            if t is None:
                if r.random() < 0.3:
                    t = r.choice(["LI", "LF"])
                else:
                    t = ("A", r.choice(DTYPES[:5] + DTYPES), r.choice([1, 1, 1, 2]))
            n = "xyzwuv"[i] if t in ("I", "F", "B", "C", "S") else "abcd"[i]
            self.params.append((n, t))
            self.env[n] = t

    def note(self, t):
        if isinstance(t, tuple):
            if t[2] == 1:
                return f"pyrx.{t[1]}[{self.r.choice([':', ':', ':', ':', ':', '::1'])}]"
            return f"pyrx.{t[1]}[{self.r.choice([':, :', ':, :', ':, :', ':, :', ':, ::1'])}]"
        return {"I": "int", "F": "float", "B": "bool", "C": "complex", "S": "str", "LI": "list[int]", "LF": "list[float]"}[t]

    def text(self):
        body = self.block(dict(self.env), 1, top=True)
        ps = ", ".join(f"{n}: {self.note(t)}" if self.annotated else n for n, t in self.params)
        return f"def {self.name}({ps}):\n" + "\n".join(body) + "\n"

    # expressions

    def vars(self, env, t):
        return [n for n, k in env.items() if k == t]

    def arrays(self, env, dtypes=None, rank=None):
        return [(n, k) for n, k in env.items() if isinstance(k, tuple) and k[0] == "A" and (dtypes is None or k[1] in dtypes) and (rank is None or k[2] == rank)]

    def index(self, env, n, t, d=0):
        r = self.r
        out = []
        for axis in range(t[2]):
            size = f"len({n})" if axis == 0 and r.random() < 0.7 else f"{n}.shape[{axis}]"
            k = r.random()
            if k < 0.35:
                out.append(r.choice(["0", "-1", "1", "2", "-2"]))
            elif k < 0.8:
                out.append(f"{self.gen(env, 'I', d + 2)} % {size}" if r.random() < 0.6 else r.choice(self.vars(env, "I") or ["1"]))
            else:
                out.append(self.gen(env, "I", d + 2))
        return ", ".join(out)

    def gen(self, env, t, d=0):
        r = self.r
        if d > 3 or r.random() < 0.15 * d:
            return self.leaf(env, t)
        if t == "I":
            k = r.randrange(24)
            if k < 8:
                return f"({self.gen(env, 'I', d + 1)} {r.choice(['+', '-', '*', '&', '|', '^', '//', '%', '+', '-'])} {self.gen(env, 'I', d + 1)})"
            if k == 8:
                return f"({self.gen(env, 'I', d + 1)} {r.choice(['<<', '>>'])} {r.choice(['3', '(' + self.gen(env, 'I', d + 2) + ' & 15)', '62', '(' + self.gen(env, 'I', d + 2) + ' % 70)'])})"
            if k == 9:
                return f"({self.gen(env, 'I', d + 1)} ** {r.choice(['2', '3', '0', '(' + self.gen(env, 'I', d + 2) + ' & 3)'])})"
            if k == 10:
                return f"({r.choice('-~+')}{self.gen(env, 'I', d + 1)})"
            if k == 11:
                return f"{r.choice(['min', 'max'])}({self.gen(env, 'I', d + 1)}, {self.gen(env, 'I', d + 1)}{', ' + self.gen(env, 'I', d + 1) if r.random() < 0.3 else ''})"
            if k == 12:
                return f"abs({self.gen(env, 'I', d + 1)})"
            if k == 13:
                return f"{r.choice(['int', 'round', 'math.floor', 'int', 'math.ceil'])}({self.gen(env, 'F', d + 1)})"
            if k == 14:
                return f"divmod({self.gen(env, 'I', d + 1)}, {self.gen(env, 'I', d + 1)})[{r.randrange(2)}]"
            if k == 15:
                return f"({self.gen(env, 'I', d + 1)} if {self.gen(env, 'B', d + 1)} else {self.gen(env, 'I', d + 1)})"
            if k == 16:
                a = self.arrays(env, INTS)
                if a:
                    n, at = r.choice(a)
                    return f"int({n}[{self.index(env, n, at, d)}])"
            if k == 17 and self.vars(env, "LI"):
                n = r.choice(self.vars(env, "LI"))
                return f"{n}[{r.choice(['0', '-1', self.gen(env, 'I', d + 2), self.gen(env, 'I', d + 2) + ' % len(' + n + ')'])}]"
            if k == 18:
                ns = self.vars(env, "LI") + self.vars(env, "LF") + self.vars(env, "S") + [n for n, _ in self.arrays(env)]
                if ns:
                    return f"len({r.choice(ns)})"
            if k == 19:
                return f"({self.gen(env, 'I', d + 1)} {r.choice(['&', '%'])} {r.choice(['255', '0xFFFF', '2**32', '0xFFFFFFFF', '16', '-8', '(2**63 - 1)', '2**64', '0xFFFFFFFFFFFFFFFF'])})"
            if k == 20:
                return f"({self.gen(env, 'I', d + 1)} {r.choice(['and', 'or'])} {self.gen(env, 'I', d + 1)})"
            if k == 21:
                return f"pow({self.gen(env, 'I', d + 1)}, {self.gen(env, 'I', d + 2)} & 3{r.choice(['', ', 97'])})"
            if k == 22:
                return self.call(env, "I", d)
            return f"int({self.gen(env, 'B', d + 1)})"
        if t == "F":
            k = r.randrange(17)
            if k < 6:
                return f"({self.gen(env, 'F', d + 1)} {r.choice(['+', '-', '*', '/', '//', '%', '+', '*'])} {self.gen(env, r.choice('FFI'), d + 1)})"
            if k == 6:
                return f"({self.gen(env, 'I', d + 1)} / {self.gen(env, 'I', d + 1)})"
            if k == 7:
                return f"(-{self.gen(env, 'F', d + 1)})"
            if k == 8:
                return f"{r.choice(['min', 'max'])}({self.gen(env, 'F', d + 1)}, {self.gen(env, 'F', d + 1)})"
            if k == 9:
                return f"abs({self.gen(env, r.choice('FFC'), d + 1)})"
            if k == 10:
                return f"float({self.gen(env, r.choice('IFB'), d + 1)})"
            if k == 11:
                return f"({self.gen(env, 'F', d + 1)} if {self.gen(env, 'B', d + 1)} else {self.gen(env, 'F', d + 1)})"
            if k == 12:
                a = self.arrays(env, INTS + FLOATS)
                if a:
                    n, at = r.choice(a)
                    return f"float({n}[{self.index(env, n, at, d)}])"
            if k == 13 and self.vars(env, "LF"):
                n = r.choice(self.vars(env, "LF"))
                return f"{n}[{r.choice(['0', '-1', self.gen(env, 'I', d + 2)])}]"
            if k == 14:
                return f"({self.gen(env, 'F', d + 1)} ** {r.choice(['2', '2.0', '-1', '3'])})"
            if k == 15:
                return f"divmod({self.gen(env, 'F', d + 1)}, {self.gen(env, 'F', d + 1)})[{r.randrange(2)}]"
            return r.choice([f"round({self.gen(env, 'F', d + 1)}, {r.choice(['1', '0', '-1', '3'])})", f"math.sqrt({self.gen(env, 'F', d + 1)})",
                             f"({self.gen(env, 'F', d + 1)} or {self.gen(env, 'F', d + 1)})", self.call(env, "F", d)])
        if t == "B":
            k = r.randrange(11)
            if k < 4:
                s = r.choice("IIFB")
                return f"({self.gen(env, s, d + 1)} {r.choice(['<', '<=', '>', '>=', '==', '!='])} {self.gen(env, r.choice('IF'), d + 1)})"
            if k == 4:
                return f"({self.gen(env, 'I', d + 1)} {r.choice(['<', '<='])} {self.gen(env, 'I', d + 1)} {r.choice(['<', '!=', '>='])} {self.gen(env, 'I', d + 1)})"
            if k == 5:
                return f"({self.gen(env, 'B', d + 1)} {r.choice(['and', 'or', '&', '|', '^'])} {self.gen(env, 'B', d + 1)})"
            if k == 6:
                return f"(not {self.gen(env, r.choice('BIF'), d + 1)})"
            if k == 7 and self.vars(env, "LI"):
                return f"({self.gen(env, 'I', d + 1)} in {r.choice(self.vars(env, 'LI'))})"
            if k == 8:
                return f"({self.gen(env, 'S', d + 1)} {r.choice(['==', '<', '!=', 'in'])} {self.gen(env, 'S', d + 1)})"
            if k == 9:
                return f"({self.gen(env, 'C', d + 1)} == {self.gen(env, r.choice('CFI'), d + 1)})"
            a = self.arrays(env, INTS + FLOATS)
            if a:
                n, at = r.choice(a)
                return f"bool({n}[{self.index(env, n, at, d)}] {r.choice(['<', '>=', '=='])} {self.gen(env, 'I' if r.random() < .5 else 'F', d + 1)})"
            return f"bool({self.gen(env, r.choice('IFS'), d + 1)})"
        if t == "C":
            k = r.randrange(6)
            if k < 3:
                return f"({self.gen(env, 'C', d + 1)} {r.choice(['+', '-', '*', '/', '*'])} {self.gen(env, r.choice('CFI'), d + 1)})"
            if k == 3:
                return f"complex({self.gen(env, 'F', d + 1)}, {self.gen(env, 'F', d + 1)})"
            if k == 4:
                return f"({self.leaf(env, 'C')}).conjugate()"
            return f"({self.gen(env, 'C', d + 1)} if {self.gen(env, 'B', d + 1)} else {self.gen(env, 'C', d + 1)})"
        if t == "S":
            k = r.randrange(6)
            if k == 0:
                return f"({self.gen(env, 'S', d + 1)} + {self.gen(env, 'S', d + 1)})"
            if k == 1:
                return f"({self.gen(env, 'S', d + 1)} if {self.gen(env, 'B', d + 1)} else {self.gen(env, 'S', d + 1)})"
            if k == 2:
                return f"{self.leaf(env, 'S')}[{r.choice(['0', '-1', '1:', ':-1', '::-1'])}]"
            if k == 3:
                return f"str({self.gen(env, r.choice('IFB'), d + 1)})"
            return self.leaf(env, "S")
        if t in ("LI", "LF"):
            e = t[1]
            k = r.randrange(6)
            if k == 0:
                return f"[{', '.join(self.gen(env, e, d + 1) for _ in range(r.randrange(4)))}]" if r.random() < .8 else f"[{self.gen(env, e, d + 1)}] * 3"
            if k == 1 and self.vars(env, t):
                return f"{r.choice(self.vars(env, t))}[{r.choice(['1:', ':-1', '::-1', ':', '-2:', '::2'])}]"
            if k == 2 and self.vars(env, t):
                return f"({r.choice(self.vars(env, t))} + {self.leaf(env, t)})"
            if k == 3:
                self.fresh += 1
                q = f"q{self.fresh}"
                inner = dict(env)
                inner[q] = "I"
                return f"[{self.gen(inner, e, d + 2)} for {q} in range({r.randint(0, 5)})]"
            if k == 4 and self.vars(env, t):
                return f"{r.choice(['list', 'sorted'])}({r.choice(self.vars(env, t))})"
            return self.leaf(env, t)
        if isinstance(t, tuple) and t[0] == "N":
            a = self.arrays(env, [t[1]])
            if not a:
                return self.leaf(env, t)
            n, at = r.choice(a)
            item = f"{n}[{self.index(env, n, at, d)}]"
            k = r.randrange(8)
            if t[1] == "bool_":
                return item
            if k < 3:
                return item
            if k < 6:
                ops = ["+", "-", "*"] + (["&", "|", "^", "//", "%"] if t[1] in INTS else ["/"])
                other = self.gen(env, t, d + 1) if r.random() < 0.6 else r.choice(["1", "2", "3", "7"] + ([r.choice(self.vars(env, "I") or ["1"])]))
                return f"({item} {r.choice(ops)} {other})"
            if k == 6:
                return f"abs({item})" if t[1] != "complex128" else f"(-{item})"
            return f"(-{item})"
        return self.leaf(env, t)

    def call(self, env, t, d):
        fs = [f for f in self.earlier if f.ret == t and (self.loops == 0 or self.r.random() < .3)]
        fs = [f for f in fs if all(not isinstance(k, tuple) or self.vars(env, k) for _, k in f.params)]
        if not fs:
            return self.leaf(env, t)
        f = self.r.choice(fs)
        args = [self.gen(env, k, d + 2) if not isinstance(k, tuple) else self.r.choice(self.vars(env, k)) for _, k in f.params]
        if self.r.random() < 0.15:
            args[-1] = f"{f.params[-1][0]}={args[-1]}"
        return f"{f.name}({', '.join(args)})"

    def leaf(self, env, t):
        r = self.r
        vs = self.vars(env, t)
        if vs and r.random() < 0.85:
            return r.choice(vs)
        if not vs and r.random() < 0.6:
            other = {"I": [("F", "int(%s)"), ("B", "int(%s)")], "F": [("I", "(%s / 4)"), ("I", "float(%s)")], "B": [("I", "(%s > 2)"), ("F", "(%s <= 1.5)")], "C": [("F", "complex(%s, 1)")]}.get(t, [])
            choices = [form % n for kind, form in other for n in self.vars(env, kind)]
            if choices:
                return r.choice(choices)
        if t == "I":
            return r.choice(["0", "1", "2", "3", "5", "10", "(-1)", "K", "BIG", "255", "1000", "TABLE[2]"])
        if t == "F":
            return r.choice(["0.0", "1.5", "RATE", "2.0", "(-0.0)", "1e308", "0.1", "3.0"])
        if t == "B":
            return r.choice(["True", "False", "FLAG"])
        if t == "C":
            return r.choice(["1j", "(1+2j)", "0j"])
        if t == "S":
            return r.choice(["'a'", "'héy'", "''", "NAME", "'b1'"])
        if t == "LI":
            return r.choice(["[1, 2, 3]", "[5]", "[0, -1]"])
        if t == "LF":
            return r.choice(["[1.0, 2.5]", "[0.5]"])
        if isinstance(t, tuple) and t[0] == "N":
            a = self.arrays(env, [t[1]])
            if a:
                n, at = r.choice(a)
                return f"{n}[{', '.join(['0'] * at[2])}]"
            return f"np.{t[1]}(1)"
        raise AssertionError(t)

    # statements

    def new(self):
        self.fresh += 1
        return f"v{self.fresh}"

    def safe(self, e):
        """An int expression for an assignment in a loop: does not grow without end."""
        if self.loops and any(o in e for o in ("*", "<<", "pow", "_f", "//", "f_")) or self.loops > 1:
            return f"{e} {self.r.choice(['% 1000003', '& 0xFFFF', '% 97', '& 0xFFFFFFFF', '% 2**63', '& (2**62 - 1)'])}"
        return e

    def pick_type(self):
        return self.r.choice(["I"] * 6 + ["F"] * 5 + ["B", "B", "C", "S", "LI", "LF"])

    def block(self, env, depth, top=False):
        r = self.r
        out = []
        n = r.randint(4, 8) if top else r.randint(1, 3)
        for _ in range(n):
            if self.budget <= 0 and out:
                break
            self.budget -= 1
            out += self.statement(env, depth)
        if top:
            out.append("    " * depth + "return " + self.result(env))
        return out or ["    " * depth + "pass"]

    def result(self, env):
        r = self.r
        if self.ret:
            return self.gen(env, self.ret)
        names = [n for n in env if n[0] != "q"]
        r.shuffle(names)
        names = names[: r.randint(1, 5)]
        if len(names) == 1:
            return names[0]
        return ", ".join(names) if names else "0"

    def inner(self, env, depth, loop=False, names=()):
        """A block whose new variables and type changes do not survive."""
        e = dict(env)
        for n, t in names:
            e[n] = t
        if loop:
            self.loops += 1
        before = self.frozen
        self.frozen = set(env) | set(n for n, _ in names)
        body = self.block(e, depth)
        self.frozen = before
        if loop:
            self.loops -= 1
        return body, e

    def statement(self, env, depth):
        r = self.r
        p = "    " * depth
        k = r.random()
        if depth > 4:
            k *= 0.55
        if k < 0.16:  # assign new
            t = self.pick_type()
            n = self.new()
            e = self.gen(env, t)
            if t == "I":
                e = self.safe(e)
            env[n] = t
            return [f"{p}{n} = {e}"]
        if k < 0.28:  # reassign same type
            ns = [n for n, t in env.items() if not isinstance(t, tuple) and n[0] != "q"]
            if not ns:
                return [f"{p}pass"]
            n = r.choice(ns)
            t = env[n]
            if t in ("LI", "LF") and self.loops:
                return [f"{p}{n} = {n}[::-1]"]
            if t == "S" and self.loops:
                return [f"{p}{n} = {n}[1:] + 'z'"]
            if n not in self.frozen and not self.loops and r.random() < 0.25:
                t = self.pick_type()
            e = self.gen(env, t)
            if t == "I":
                e = self.safe(e)
            env[n] = t
            return [f"{p}{n} = {e}"]
        if k < 0.38:  # augmented
            ns = [n for n, t in env.items() if t in ("I", "F", "C", "B") and n[0] != "q"]
            if not ns:
                return [f"{p}pass"]
            n = r.choice(ns)
            t = env[n]
            if t == "I":
                op = r.choice(["+=", "-=", "^=", "|=", "//=", "%=", ">>="] + ([] if self.loops else ["*=", "<<=", "&="]))
                e = self.gen(env, "I", 2)
                if op in ("<<=", ">>="):
                    e = f"({e}) & 7"
                elif self.loops:
                    e = self.safe(e)
            elif t == "B":
                op = r.choice(["|=", "&=", "^="])
                e = self.gen(env, "B", 1)
            else:
                op = r.choice(["+=", "-=", "*=", "/="])
                e = self.gen(env, t, 1)
            return [f"{p}{n} {op} {e}"]
        if k < 0.48:  # array store
            a = self.arrays(env)
            if not a:
                ls = self.vars(env, "LI") + self.vars(env, "LF")
                if not ls:
                    return [f"{p}pass"]
                n = r.choice(ls)
                t = env[n][1]
                return [p + r.choice([f"{n}.append({self.gen(env, t, 2)})", f"{n}.pop()", f"{n}[{r.choice(['0', '-1', self.gen(env, 'I', 2)])}] = {self.gen(env, t, 2)}",
                                      f"{n}.pop({r.choice(['0', '-1', self.gen(env, 'I', 3)])})", f"{n}.reverse()", f"{n}.sort()", f"{n}.insert({self.gen(env, 'I', 3)}, {self.gen(env, t, 2)})"])]
            n, t = r.choice(a)
            i = self.index(env, n, t)
            c = {"b": "B", "c": "C"}.get(t[1][0], "F" if t[1][0] == "f" else "I")
            kk = r.random()
            if kk < 0.35:
                return [f"{p}{n}[{i}] {r.choice(['=', '=', '+=', '*=', '-=']) if c != 'B' else '='} {self.gen(env, c, 1)}"]
            if kk < 0.55:
                return [f"{p}{n}[{i}] {r.choice(['=', '+=']) if c != 'B' else '='} {self.gen(env, ('N', t[1]), 1)}"]
            if kk < 0.65:
                j = self.index(env, n, t)
                return [f"{p}{n}[{i}], {n}[{j}] = {n}[{j}], {n}[{i}]"]
            if kk < 0.8 and t[2] == 1:
                return [p + r.choice([f"{n}[1:] = {n}[:-1]", f"{n}[:] = {n}[::-1]", f"{n}[::2] = {self.gen(env, c, 2)}", f"{n}[:] = 1"] + ([f"{n}[1:] += {n}[:-1]", f"{n} *= 2", f"{n}[::-1] -= 1", f"{n} += {n}[::-1]"] if c not in "B" else []))]
            if t[2] == 2:
                return [p + r.choice([f"{n}[0] = {n}[-1]", f"{n}[:, 0] = 1", f"{n}[1:, :] = {n}[:-1, :]", f"{n}[:, ::-1][0, 0] = 1"])]
            return [f"{p}{n}[{i}] = {self.gen(env, c, 2)}"]
        if k < 0.54:  # view, alias, element
            a = self.arrays(env)
            if not a:
                return [f"{p}pass"]
            n, t = r.choice(a)
            v = self.new()
            kk = r.random()
            if kk < 0.3:
                env[v] = ("N", t[1])
                return [f"{p}{v} = {self.gen(env, ('N', t[1]))}" if len(self.vars(env, ('N', t[1]))) == 0 else f"{p}{v} = {n}[{self.index(env, n, t)}]"]
            if t[2] == 1:
                env[v] = ("A", t[1], 1)
                return [f"{p}{v} = {n}{r.choice(['', '[1:]', '[::-1]', '[::2]', '[:-1]', '[' + self.gen(env, 'I', 3) + ':]', '[:' + self.gen(env, 'I', 3) + ':-1]', '.copy()', '[-3:]'])}"]
            if r.random() < 0.5:
                env[v] = ("A", t[1], 1)
                return [f"{p}{v} = {n}{r.choice(['[0]', '[-1]', '[:, 0]', '[::-1, -1]', '[1]', '[' + self.gen(env, 'I', 3) + ']'])}"]
            env[v] = t
            return [f"{p}{v} = {n}{r.choice(['', '.T', '[1:]', '[:, ::-1]', '[::-1, 1:]', '[::2, ::2]'])}"]
        if k < 0.57:  # tuple assignment
            ns = [n for n, t in env.items() if t == "I" and n[0] != "q"] if r.random() < .6 else self.vars(env, "F")
            if len(ns) >= 2:
                x, y = r.sample(ns, 2)
                return [f"{p}{x}, {y} = {y}, {x}"] if r.random() < .6 else [f"{p}{x}, {y} = {y}, {self.leaf(env, env[x])}"]
            v, w = self.new(), self.new()
            e = self.gen(env, "I", 1)
            f = self.gen(env, "I", 1)
            env[v] = env[w] = "I"
            return [f"{p}{v}, {w} = divmod({self.safe(e)}, {f})" if not self.loops else f"{p}{v}, {w} = {self.safe(e)}, {self.safe(f)}"]
        if k < 0.72:  # if
            cond = self.gen(env, "B", 1)
            if r.random() < 0.15:
                w = self.new()
                cond = f"({w} := {self.safe(self.gen(env, 'I', 2))}) > {self.leaf(env, 'I')}"
                env[w] = "I"
            envs = []
            body, e = self.inner(env, depth + 1)
            ended = self.ending(e, depth + 1, body)
            if not ended:
                envs.append(e)
            out = [f"{p}if {cond}:"] + body
            if r.random() < 0.3:
                body, e = self.inner(env, depth + 1)
                envs.append(e)
                out += [f"{p}elif {self.gen(env, 'B', 1)}:"] + body
            if r.random() < 0.5:
                body, e = self.inner(env, depth + 1)
                envs.append(e)
                out += [f"{p}else:"] + body
            else:
                envs.append(env)
            for n in list(env):
                if any(e.get(n) != env[n] for e in envs):
                    del env[n]
            return out
        if k < 0.9:  # loops
            if self.loops >= 3:
                return [f"{p}pass"]
            out, names, pre = self.loop_head(env, p)
            saved = self.breakable
            self.breakable = True
            body, e = self.inner(env, depth + 1, loop=True, names=names)
            self.ending(e, depth + 1, body)
            self.breakable = saved
            out = pre + out + body
            for n, t in names:  # may be unbound when there was no iteration
                if n in env:
                    del env[n]
            if r.random() < 0.2:
                body, e = self.inner(env, depth + 1)
                out += [f"{p}else:"] + body
            if r.random() < 0.4:
                for n, t in names:
                    if t in ("I", "F") and n[0] == "i":
                        env[n] = t
            return out
        # try
        body, _ = self.inner(env, depth + 1)
        exc = r.choice(["ZeroDivisionError", "IndexError", "(ValueError, IndexError)", "ArithmeticError", "Exception", "OverflowError"])
        out = [f"{p}try:"] + body
        kind = r.random()
        if kind < 0.8:
            body, e = self.inner(env, depth + 1)
            self.ending(e, depth + 1, body)
            out += [f"{p}except {exc}:"] + body
            if r.random() < 0.2:
                body, _ = self.inner(env, depth + 1)
                out += [f"{p}else:"] + body
        if kind > 0.6:
            body, _ = self.inner(env, depth + 1)
            out += [f"{p}finally:"] + body
        return out

    def ending(self, env, depth, body):
        r = self.r
        p = "    " * depth
        k = r.random()
        if self.breakable and k < 0.22:
            body.append(p + r.choice(["break", "continue"]))
            return True
        if k < 0.27:
            body.append(f"{p}return {self.result(env)}")
            return True
        if k < 0.3:
            body.append(f"{p}raise {r.choice(['ValueError', 'IndexError', 'KeyError'])}({r.choice(['', self.leaf(env, 'S')])})")
            return True
        return False

    def loop_head(self, env, p):
        r = self.r
        self.fresh += 1
        i = f"i{self.fresh}"
        kind = r.random()
        if kind < 0.5:
            a = self.arrays(env)
            kk = r.random()
            if a and kk < 0.4:
                n, t = r.choice(a)
                s = r.choice([f"len({n})", f"1, len({n})", f"len({n}) - 1, -1, -1", f"0, len({n}), 2", f"len({n}) - 1", f"-1, len({n}) + 1"])
                return [f"{p}for {i} in range({s}):"], [(i, "I")], []
            if kk < 0.6:
                s = r.choice(["5", "3, -3, -1", "0", "1, 8, 3", "-2, 3", "6, 0, -2", "2**62, 2**62 + 3", "2**63 - 3, 2**63 - 1", "5, 5"])
            elif kk < 0.8:
                s = f"{self.gen(env, 'I', 2)} % {r.choice(['5', '7', '4'])}"
            elif kk < 0.9:
                b = r.choice(["0", "3", "-4", "10"])
                s = f"{b}, {b} + {self.gen(env, 'I', 2)} % 6, {r.choice(['1', '2', '-1', '(' + self.gen(env, 'I', 3) + ' % 3)'])}"
            else:
                v = r.choice(self.vars(env, "I") or ["3"])
                s = f"{v}, {v} + {r.choice(['3', '-3', '0'])}{r.choice(['', ', 1', ', -1', ', 2'])}"
            if r.random() < 0.15:
                return [f"{p}for {i} in reversed(range({s})):"], [(i, "I")], []
            return [f"{p}for {i} in range({s}):"], [(i, "I")], []
        if kind < 0.65:
            w = f"q{self.fresh}"
            cond = "" if r.random() < 0.5 else f" and {self.gen(env, 'B', 2)}"
            return [f"{p}while {w} < {r.randint(1, 6)}{cond}:", f"{p}    {w} += 1"], [(w, "I")], [f"{p}{w} = 0"]
        seqs = [(n, env[n][1]) for n in self.vars(env, "LI") + self.vars(env, "LF")]
        seqs += [(n, ("N", t[1])) for n, t in self.arrays(env, rank=1)]
        seqs += [(n, ("A", t[1], 1)) for n, t in self.arrays(env, rank=2)]
        seqs += [(n, "S") for n in self.vars(env, "S")] + [("TABLE", "I")]
        n, t = r.choice(seqs)
        if t == "I" or t == "F":
            n2 = r.choice([n + "[:6]", n + "[:4]"])
        else:
            n2 = n
        if kind < 0.75:
            return [f"{p}for {i} in {n2}:"], [(i, t)], []
        if kind < 0.85:
            return [f"{p}for {i}, {i}e in enumerate({n2}{r.choice(['', ', 1', ', -2'])}):"], [(i, "I"), (i + "e", t)], []
        if kind < 0.93:
            m, u = r.choice(seqs)
            m2 = m + "[:5]" if u in ("I", "F") else m
            return [f"{p}for {i}, {i}e in zip({n2}, {r.choice([m2, 'range(4)']) if u == 'I' else m2}):"], [(i, t), (i + "e", u)], []
        return [f"{p}for {i} in reversed({n2}):"], [(i, t)], []


def prange_function(r, name):
    d = r.choice(["float64", "int64", "int32", "float32"])
    op = r.choice(["s += a[i]", "s -= a[i]", "s += i", "s = min(s, a[i])", "s = max(s, a[i])", "s += i * i", "s ^= i", "s |= i", "s += a[i] * 2", "last = i * 2", "b[i] = a[i] + x", "s = max(s, i)", "s += 1 if a[i] > 0 else 0"])
    init = r.choice(["0", "x", "100"])
    rng = r.choice(["len(a)", "1, len(a)", "0, len(a), 2", "len(a) - 1, -1, -1", "x % 9"])
    guard = r.choice(["", "", "if a[i] > 2:", "if i % 3 == 0:", "if i > 5 and a[i] < 9:"])
    body = f"        {guard}\n            {op}" if guard else f"        {op}"
    return f"""def {name}(a: pyrx.{d}[:], b: pyrx.{d}[:], x: int):
    s = {init}
    last = -1
    for i in prange({rng}):
{body}
    return s, last
""", [("a", ("A", d, 1)), ("b", ("A", d, 1)), ("x", "I")]


EDGE = {
    "I": ["0", "-1", "1", "2", "3", "7", "10", "100", "-5", "2**31", "-2**31", "2**62", "-2**63", "2**63 - 1", "2**32", "12345678901"],
    "F": ["0.0", "-0.0", "1.0", "-1.5", "2.5", "0.1", "1e308", "-1e308", "float('nan')", "float('inf')", "-float('inf')", "1e-320", "3.7", "1e17", "0.5"],
    "B": ["True", "False"],
    "C": ["0j", "1j", "(1-2j)", "complex(float('inf'), 0)", "complex(0.0, -0.0)", "(1e200+1e200j)"],
    "S": ["''", "'a'", "'hello'", "'é√x'", "'123'"],
    "LI": ["[]", "[1]", "[3, 1, 2]", "[5, -1, 0, 7, 2, 2]", "[2**62, -2**63, 1]", "[2**63, 1]", "[True, 2]"],
    "LF": ["[]", "[1.5]", "[0.0, -0.0, 2.5]", "[float('nan'), 1.0, float('inf')]"],
}


def argument(r, t, before):
    if not isinstance(t, tuple):
        if t == "I" and r.random() < 0.6:
            return str(r.choice([0, 1, 2, 3, 4, 5, 7, 10, 50, -1, -2, -3, -10]))
        return r.choice(EDGE[t])
    same = [f"P{i}" for i, k in enumerate(before) if k == t]
    if same and r.random() < 0.4:
        return r.choice(same) + (r.choice(["", "[::-1]", "[1:]"]) if t[2] == 1 else "")
    _, d, rank = t
    if rank == 1:
        return r.choice([f"arr('{d}', 5)", f"arr('{d}', 6)", f"arr('{d}', 1)", f"arr('{d}', 0)", f"arr('{d}', 8)[::-1]", f"arr('{d}', 9)[::2]", *([f"ro(arr('{d}', 4))"] * (r.random() < 0.3)), f"edge('{d}')", f"edge('{d}')[::-1]", f"arr('{d}', 40)"])
    return r.choice([f"arr('{d}', 12).reshape(3, 4)", f"arr('{d}', 9).reshape(3, 3)", f"arr('{d}', 12).reshape(3, 4).T", f"arr('{d}', 0).reshape(0, 3)", *([f"ro(arr('{d}', 4).reshape(2, 2))"] * (r.random() < 0.3)), f"arr('{d}', 2).reshape(2, 1)[::-1]", f"arr('{d}', 20).reshape(4, 5)[::2, ::-1]"])


def module(seed, count=40, calls=20):
    r = random.Random(seed)
    text = HEAD
    functions = []
    CALLS = []
    for k in range(count):
        name = f"f_{k}"
        if r.random() < 0.06:
            src, params = prange_function(r, name)
        else:
            ret = r.choice([None, None, "I", "F"])
            f = Function(r, name, functions, ret, annotated=ret is None or r.random() < 0.6)
            for _ in range(20):
                src = f.text()
                try:
                    ast.parse(src)
                    break
                except SyntaxError as error:
                    raise SystemExit(f"{error}\n{src}")
            params = f.params
            if ret:
                functions.append(f)
        text += "\n\n" + src
        for _ in range(calls):
            args, kinds = [], []
            for _, t in params:
                args.append(argument(r, t, kinds))
                kinds.append(t)
            CALLS.append((name, args))
    return text, CALLS


# comparing


def arr(d, n):
    i = np.arange(n)
    if d == "bool_":
        return i % 3 == 0
    if d.startswith("complex"):
        return (i - 2 + 1j * i).astype(d)
    if d.startswith("float"):
        return ((i * 7) % 5 - 1.5 + i * 0.25).astype(d)
    return ((i * 7) % 11 - (2 if d[0] == "i" else 0)).astype(d)


def edge(d):
    if d == "bool_":
        return np.array([True, False])
    if d.startswith("complex") or d.startswith("float"):
        return np.array([np.nan, np.inf, -np.inf, 0.0, -0.0, 3e38, 1.0]).astype(d)
    i = np.iinfo(d)
    return np.array([i.min, i.max, 0, 1, i.max - 1], d)


def ro(a):
    a.flags.writeable = False
    return a


def build_args(texts):
    env = {"arr": arr, "edge": edge, "ro": ro, "np": np}
    out = []
    for i, t in enumerate(texts):
        v = eval(t, env)
        env[f"P{i}"] = v
        out.append(v)
    return out


def show(v, args=()):
    if isinstance(v, (tuple, list)):
        same = [i for i, a in enumerate(args) if a is v] if isinstance(v, list) else []
        return (type(v).__name__, same, [show(x, args) for x in v])
    if isinstance(v, np.ndarray):
        same = [i for i, a in enumerate(args) if a is v]
        shares = [i for i, a in enumerate(args) if isinstance(a, np.ndarray) and np.shares_memory(a, v)]
        return ("array", str(v.dtype), v.shape, v.strides if v.size else (), v.flags.writeable, same, shares, [show(x) for x in v.ravel().tolist()])
    t = type(v).__name__
    if isinstance(v, complex):
        return (t, num(v.real), num(v.imag))
    if isinstance(v, (float, np.floating)):
        return (t, num(float(v)))
    return (t, repr(v))


def num(x):
    return "nan" if x != x else repr(x)


def outcome(f, texts):
    args = build_args(texts)
    try:
        result = f(*args)
        out = ("ok", show(result, args))
    except RecursionError:
        out = ("raises", "RecursionError", "", 0)
    except Exception as e:
        tb = traceback.extract_tb(e.__traceback__)
        own = [x.lineno for x in tb if "/mods/" in x.filename]
        out = ("raises", type(e).__name__, str(e), own)
    return out, [show(a) for a in args]


def blur(x):
    """Equal ints and floats alike."""
    if isinstance(x, (tuple, list)):
        if len(x) == 2 and x[0] in ("int", "bool"):
            try:
                return ["float", num(float(eval(x[1])))]
            except OverflowError:
                return list(x)
        if len(x) == 2 and x[0] in ("float", "float32", "float64"):
            return ["float", x[1]]
        if len(x) == 2 and str(x[1]).startswith("np."):
            return ["float", num(float(eval(x[1])))] if x[0][0] in "iub" else list(x)
        return [blur(y) for y in x]
    return x


def compare(a, b):
    (ao, aa), (bo, ba) = a, b
    if bo[0] == "raises" and ("() argument '" in bo[2] or "for a float to hold exactly" in bo[2] or "it cannot run again" in bo[2]):
        return "dev-refused"
    if ao[0] == "raises" and bo[0] == "raises":
        if ao[1:3] == bo[1:3]:
            if aa != ba:
                return "ARGS"
            return None if ao[3] == bo[3] else "LINE"
        if bo[1] == "OverflowError" and "64" in bo[2]:
            return "dev-overflow"
        return "EXC" if ao[1] != bo[1] else "MSG"
    if ao[0] != bo[0]:
        if bo[0] == "raises" and bo[1] == "OverflowError" and "64" in bo[2]:
            return "dev-overflow"
        return "EXC"
    if ao != bo:
        return "dev-join" if blur(ao) == blur(bo) else "VALUE"
    return None if aa == ba else "ARGS"


def load(path, name):
    spec = importlib.util.spec_from_file_location(name, path)
    m = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(m)
    return m


def worker(base, name):
    import faulthandler
    import signal

    class Slow(BaseException):
        pass

    def alarm(*_):
        raise Slow

    signal.signal(signal.SIGALRM, alarm)
    faulthandler.enable()
    warnings.simplefilter("ignore")
    sys.set_int_max_str_digits(0)
    calls = json.load(open(f"{base}/{name}.json"))
    so = [f for f in os.listdir(f"{base}/out") if f.startswith(name + ".")][0]
    plain = load(f"{base}/mods/{name}.py", name)
    fast = load(f"{base}/out/{so}", name)
    for i, (f, args) in enumerate(calls):
        print(json.dumps(["start", i, f, args]), flush=True)
        try:
            signal.setitimer(signal.ITIMER_REAL, 2)
            a = outcome(getattr(plain, f), args)
            signal.setitimer(signal.ITIMER_REAL, 0)
        except Slow:
            continue
        try:
            signal.setitimer(signal.ITIMER_REAL, 5)
            b = outcome(getattr(fast, f), args)
            signal.setitimer(signal.ITIMER_REAL, 0)
        except Slow:
            print(json.dumps(["diff", "SLOW", f, args, "", ""]), flush=True)
            continue
        kind = compare(a, b)
        if kind:
            print(json.dumps(["diff", kind, f, args, str(a)[:600], str(b)[:600]]), flush=True)
    print(json.dumps(["end"]), flush=True)


def run_module(base, name, text, calls):
    for d in ("mods", "out"):
        os.makedirs(f"{base}/{d}", exist_ok=True)
    open(f"{base}/mods/{name}.py", "w").write(text)
    json.dump(calls, open(f"{base}/{name}.json", "w"))
    env = dict(os.environ, PYRX_STRICT_INTERNAL="1")
    p = subprocess.run([PYRX, "build", "--python", sys.executable, "-o", f"{base}/out", f"{base}/mods/{name}.py"], capture_output=True, text=True, env=env)
    if p.returncode:
        return [["diff", "BUILD", "", [], p.stdout[-3000:], p.stderr[-6000:]]], p.stderr
    log = p.stdout + p.stderr
    found = []
    done = set()
    for _ in range(5):
        w = subprocess.run([sys.executable, __file__, "worker", base, name], capture_output=True, text=True, timeout=900)
        last = None
        ended = False
        for line in w.stdout.splitlines():
            m = json.loads(line)
            if m[0] == "start":
                last = m
            elif m[0] == "diff":
                found.append(m)
            else:
                ended = True
        if ended:
            break
        if last is None:
            found.append(["diff", "IMPORT", "", [], "", w.stderr[-3000:]])
            break
        found.append(["diff", "CRASH", last[2], last[3], "", w.stderr[-2500:]])
        calls = [c for c in calls[last[1]:] if c[0] != last[2]]
        json.dump(calls, open(f"{base}/{name}.json", "w"))
    return found, log


def main():
    what = sys.argv[1]
    if what == "write":
        print(module(int(sys.argv[2]))[0])
    elif what == "worker":
        worker(sys.argv[2], sys.argv[3])
    elif what == "file":
        name = os.path.basename(sys.argv[2])[:-3]
        text = open(sys.argv[2]).read()
        scope = {}
        tree = [n for n in ast.parse(text).body if isinstance(n, ast.Assign) and getattr(n.targets[0], "id", "") == "CALLS"]
        calls = ast.literal_eval(tree[0].value)
        found, log = run_module(DIR, name, text, calls)
        print(log)
        for f in found:
            print(f[1], f[2], f[3], "\n   expected", f[4], "\n   actual  ", f[5])
    else:
        seed, count = int(sys.argv[2]), int(sys.argv[3])
        for s in range(seed, seed + count):
            text, calls = module(s)
            found, log = run_module(DIR, f"m{s}", text, calls)
            open(f"{DIR}/m{s}.log", "w").write(log)
            seen = set()
            print("== seed", s, [x for x in log.splitlines() if " native" in x], {k: sum(f[1] == k for f in found) for k in {f[1] for f in found}}, flush=True)
            for f in found:
                if f[1].startswith("dev") or (f[1], f[2]) in seen:
                    continue
                seen.add((f[1], f[2]))
                print(f[1], f[2], f[3], "\n   expected", f[4], "\n   actual  ", f[5], flush=True)


if __name__ == "__main__":
    main()
