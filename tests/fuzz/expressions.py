"""Random expressions of a wanted type."""

from vocabulary import FLOATS, INTS


class Expressions:
    """Needs `r` (the source of chance), `earlier` (functions to call), `fresh` and `loops` from who inherits it."""

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
        """An expression of type `t`; `d` is how deep it stands."""
        if d > 3 or self.r.random() < 0.15 * d:
            return self.leaf(env, t)
        makers = {"I": self.int_, "F": self.float_, "B": self.bool_, "C": self.complex_, "S": self.str_, "LI": self.list_, "LF": self.list_}
        return makers[t](env, t, d) if t in makers else self.scalar(env, t, d)

    def int_(self, env, t, d):
        r = self.r
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

    def float_(self, env, t, d):
        r = self.r
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

    def bool_(self, env, t, d):
        r = self.r
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

    def complex_(self, env, t, d):
        r = self.r
        k = r.randrange(6)
        if k < 3:
            return f"({self.gen(env, 'C', d + 1)} {r.choice(['+', '-', '*', '/', '*'])} {self.gen(env, r.choice('CFI'), d + 1)})"
        if k == 3:
            return f"complex({self.gen(env, 'F', d + 1)}, {self.gen(env, 'F', d + 1)})"
        if k == 4:
            return f"({self.leaf(env, 'C')}).conjugate()"
        return f"({self.gen(env, 'C', d + 1)} if {self.gen(env, 'B', d + 1)} else {self.gen(env, 'C', d + 1)})"

    def str_(self, env, t, d):
        r = self.r
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

    def list_(self, env, t, d):
        r = self.r
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

    def scalar(self, env, t, d):
        r = self.r
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
