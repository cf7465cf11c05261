"""Random heads of loops: the lines, the variables they bind, and the lines before."""

from expressions import Expressions


class Loops(Expressions):
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
