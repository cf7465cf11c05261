"""Integers about the edges of 64 bits in functions that change something: an array, a list, an attribute, the output."""

CONSTANTS = ["1", "3", "-1", "7", "31", "2**31", "2**32", "-2**32", "2**53 + 1", "2**62", "2**63 - 1", "-2**63", "2**63", "2**64 - 1", "0x9E3779B97F4A7C15", "0xFF", "1000003"]
MASKS = ["& MASK", "& MASK", "% 2**64", "& 0xFFFFFFFF", "& (2**63 - 1)", "% 2**32", "& 0xFF", "% 1000003", "% 2**63"]
EFFECTS = ["a[{i} % len(a)] = {small}", "a[0] += {small}", "log.append({v})", "print({v})", "box.value = {v}", "{name}_store(a, {small}, {v})", "a[{i} % len(a)], a[0] = a[0], {small}", "a[1:] = a[:-1]", "log[0] = {v}", "a[:] = {small}"]
HELPERS = '''def {0}_mix(x: int) -> int:
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9 & MASK
    return x ^ (x >> 27)


def {0}_grow(x: int, y: int):
    if y > 3:
        return x * x
    return x + y


def {0}_store(a: pyrx.int64[:], i: int, x: int):
    y = x * 5
    a[i % len(a)] = y & 0xFFFF
    if i % 3 == 2:
        raise ValueError(i)
    return y - 1


def {0}_walk(a: pyrx.int64[:], n: int, x: int) -> int:
    if n <= 0:
        return x
    y = {0}_walk(a, n - 1, {1})
    {2}
    return y


'''


class Effects:
    def __init__(self, r, name):
        self.r = r
        self.name = name
        self.ints = ["n", "k", "h"]
        self.loops = 0
        self.counter = 0
        self.budget = r.randint(6, 18)

    def value(self, depth=0):
        r = self.r
        k = r.random()
        if depth > 2 or k < 0.25:
            return r.choice(self.ints + self.ints + CONSTANTS)
        left, right = self.value(depth + 1), self.value(depth + 1)
        if k < 0.5:
            return f"({left} {r.choice(['+', '-', '*', '^', '|', '&', '//', '%'])} {right})"
        if k < 0.75:
            return f"(({left} {r.choice(['+', '-', '*', '^', '|', '&', '*'])} {right}) {r.choice(MASKS)})"
        if k < 0.82:
            return f"({left} {r.choice(['>>', '>>', '<<'])} {r.choice(['1', '30', '63', 'i', '(k & 31)', '(n % 71 - 2)'])})"
        if k < 0.87:
            return f"({r.choice('-~')}{left})"
        if k < 0.9:
            return f"{r.choice(['min', 'max'])}({left}, {right})"
        if k < 0.93:
            return f"({left} if {self.condition()} else {right})"
        if k < 0.95:
            return f"abs({left})"
        return r.choice([f"{self.name}_mix({left})", f"{self.name}_grow({left}, i)", "int(a[i % len(a)])", f"sum({left} for q in range(i))", f"sum(int(q) * {left} for q in a)", f"sum([{left}, k, 1])", "len(log)", "int(a[-1])"])

    def small(self):
        return self.r.choice(["i", "7", f"({self.value(1)}) % 1009", f"({self.value(1)}) & 0xFFFF", f"({self.value(1)}) & 0xFF"])

    def condition(self):
        return self.r.choice([f"{self.r.choice(self.ints)} {self.r.choice(['<', '>', '==', '>='])} {self.r.choice(self.ints + CONSTANTS)}", "i % 2", "i > 1", "k & 1", "a[0] > i"])

    def effect(self):
        text = self.r.choice(EFFECTS)
        for hole, make in (("{i}", lambda: self.r.choice(["i", "0", "(i + 1)"])), ("{small}", self.small), ("{v}", self.value)):
            if hole in text:
                text = text.replace(hole, make())
        return text.replace("{name}", self.name)

    def simple(self):
        r = self.r
        k = r.random()
        if k < 0.35:
            return self.effect()
        target = r.choice(self.ints)
        if k < 0.6:
            return f"{target} {r.choice(['+=', '-=', '*=', '^=', '|=', '&=', '>>=', '%='])} {r.choice(['3', 'i + 1', '31', self.value(2) if r.random() < 0.5 else 'k & 7 | 1'])}"
        if k < 0.7:
            self.counter += 1
            self.ints.append(f"v{self.counter}")
            return f"v{self.counter} = {self.value()}"
        return f"{target} = {self.value()}"

    def block(self, depth):
        known = list(self.ints)
        lines = []
        for _ in range(self.r.randint(1, 3)):
            lines += self.statement(depth)
        k = self.r.random()
        if depth > 1 and k < 0.15:
            lines.append(self.r.choice(["break", "continue"]) if self.loops else f"return {self.value(1)}")
        elif depth > 1 and k < 0.22:
            lines.append("raise ValueError(i)")
        self.ints = known
        return ["    " + line for line in lines]

    def statement(self, depth):
        r = self.r
        self.budget -= 1
        k = r.random()
        if depth > 3 or k < 0.5 or self.budget < 0:
            return [self.simple()]
        if k < 0.62:
            lines = [f"if {self.condition()}:", *self.block(depth + 1)]
            return lines + (["else:", *self.block(depth + 1)] if r.random() < 0.4 else [])
        if k < 0.82:
            self.loops += 1
            body = self.block(depth + 1)
            self.loops -= 1
            return [r.choice(["for i in range(4):", "for i in range(n % 5):", "for i in range(len(a)):", "for i in range(3, -1, -1):", "for i, h in enumerate(xs):", "for h in xs:"]), *body]
        lines = ["try:", *self.block(depth + 1)]
        kind = r.random()
        if kind < 0.75:
            lines += [f"except {r.choice(['ValueError', 'ZeroDivisionError', 'OverflowError', 'ArithmeticError', 'Exception'])}:", *self.block(depth + 1)]
        if kind > 0.55:
            lines += ["finally:", *self.block(depth + 1)]
        return lines


def function(r, name):
    maker = Effects(r, name)
    lines = ["i = 0", f"h = {r.choice(['n', 'k', '1', '0xCBF29CE484222325', '(n * 31) & MASK'])}"]
    for _ in range(r.randint(2, 5)):
        lines += maker.statement(1)
    lines.append(f"return {', '.join(r.sample(maker.ints, r.randint(1, 3)))}")
    # What is not used makes a function of another kind: without objects, without lists.
    body = "\n".join("    " + line for line in lines)
    params = [("a", ("AW", "int64", 1)), ("n", "W"), ("k", "W"), ("xs", "LW")]
    notes = ["a: pyrx.int64[:]", "n: int", "k: int", "xs: list[int]"]
    for extra, kind, used in (("log", "LOG", "log" in body), ("box", "BOX", "box." in body)):
        if used:
            params.append((extra, kind))
            notes.append(extra)
    helpers = HELPERS.format(name, r.choice(["x * 3", "x * x", "x ^ n", "(x * 31) & MASK"]), r.choice(["a[n % len(a)] = n", "y = y * 3", "a[0] = y & 0xFF", "y -= 1"]))
    return f"{helpers}def {name}({', '.join(notes)}):\n{body}\n", params
