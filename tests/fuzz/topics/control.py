"""Ways out of loops and `try` blocks, inside of each other, and names that may be unbound."""

CONDITIONS = ["n % 2", "i > 2", "k < 5", "n < i <= 7", "k % 3 == 0", "(w := n - i) > 2", "0 < (w := k % 7) < 5", "i < (u := n) < 9", "not (i and n)", "i == 1 or k > 20", "len(xs) > i", "xs and xs[0] > k"]
SIMPLE = ["k += 1", "k += i", "k = k * 3 % 1009", "n -= 1", "xs.append(k)", "k += xs.pop()", "k //= n", "k += xs[i]", "w = k", "k += w", "u = i", "k -= u", "xs[0] = n", "i += 1", "k += 10 // (n - i)", "k %= len(xs)", "e = 5", "k += e"]
LEAVES = ["break", "continue", "return k, n", "return xs", "raise ValueError('v')", "raise KeyError(k)", "raise IndexError", "pass", "k += 100", "k += 1000"]
CLASSES = ["ZeroDivisionError", "IndexError", "ValueError", "(IndexError, KeyError)", "ArithmeticError", "LookupError", "Exception", "UnboundLocalError", ""]


class Control:
    def __init__(self, r):
        self.r = r
        self.loops = 0
        self.handlers = 0
        self.counter = 0
        self.budget = r.randint(8, 25)

    def leave(self):
        r = self.r
        choices = LEAVES if self.loops else LEAVES[2:]
        if self.handlers and r.random() < 0.25:
            return "raise"
        return r.choice(choices)

    def block(self, depth):
        r = self.r
        lines = []
        for _ in range(r.randint(1, 3)):
            lines += self.statement(depth)
        if r.random() < 0.35 and depth > 1:
            lines.append(self.leave())
        return ["    " + line for line in lines]

    def loop(self, head, depth):
        self.loops += 1
        body = self.block(depth + 1)
        self.loops -= 1
        lines = [head, *body]
        if self.r.random() < 0.4:
            lines += ["else:", *self.block(depth + 1)]
        return lines

    def statement(self, depth):
        r = self.r
        self.budget -= 1
        k = r.random()
        if depth > 4 or k < 0.3 or self.budget < 0:
            return [r.choice(SIMPLE)]
        if k < 0.5:
            lines = [f"if {r.choice(CONDITIONS)}:", *self.block(depth + 1)]
            if r.random() < 0.4:
                lines += ["else:", *self.block(depth + 1)]
            return lines
        if k < 0.62:
            return self.loop(r.choice(["for i in range(4):", "for i in range(n % 5):", "for i, w in enumerate(xs[:3]):", "for u in xs[:4]:"]), depth)
        if k < 0.72:
            self.counter += 1
            c = f"c{self.counter}"
            lines = self.loop(f"while {c} < {r.randint(1, 4)}{r.choice(['', ' and ' + r.choice(CONDITIONS)])}:", depth)
            return [f"{c} = 0", lines[0], f"    {c} += 1", *lines[1:]]
        lines = ["try:", *self.block(depth + 1)]
        kind = r.random()
        if kind < 0.8:
            for _ in range(r.randint(1, 2)):
                name = r.choice(CLASSES)
                bind = " as e" if name and r.random() < 0.15 else ""
                self.handlers += 1
                lines += [f"except{' ' if name else ''}{name}{bind}:", *self.block(depth + 1)]
                self.handlers -= 1
                if not name:
                    break
            if r.random() < 0.25:
                lines += ["else:", *self.block(depth + 1)]
        if kind > 0.5:
            lines += ["finally:", *self.block(depth + 1)]
        return lines


def function(r, name):
    control = Control(r)
    lines = ["k = i = 0", "xs = [3, 1, 2]"]
    for _ in range(r.randint(2, 4)):
        lines += control.statement(1)
    lines.append(f"return {r.choice(['k', 'k, n, i', 'k, xs', 'k, w', 'i, u'])}")
    body = "\n".join("    " + line for line in lines)
    return f"def {name}(n: int):\n{body}\n", [("n", "I")]
