"""Random functions of statements."""

from loops import Loops
from vocabulary import DTYPES


class Function(Loops):
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
        self.frozen = set(env) | {n for n, _ in names}
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
