"""Tuples, and lists of them."""

NUMBERS = ["n", "i", "k", "n * 2", "i - n", "len(pairs)", "(n % 3)", "i * i"]
REALS = ["x", "x * i", "1.5", "x - n", "float(i)"]
STEPS = [
    "pairs.append(({n}, {r}))",
    "pairs.append((i, x))",
    "pairs[{n} % len(pairs)] = ({n}, {r})",
    "k, x = pairs[-1]",
    "k += pairs[i % len(pairs)][0]",
    "x += pairs[{n}][1]",
    "pairs.pop()",
    "pairs.insert({n}, ({n}, {r}))",
    "t = (n, k, t[0])",
    "t = ({n}, t[2], t[1])",
    "k, n = n, k",
    "(k, x), n = ({n}, {r}), t[1]",
    "n, *rest = t",
    "a, b, c = t",
    "k += t[i % 3]",
    "k += (t == ({n}, {n}, {n}))",
    "k += (t[0], t[1]) != (n, k)",
    "for c, (p, q) in enumerate(pairs):\n    k += p * c\n    x -= q",
    "for (p, q), c in zip(pairs, range(3)):\n    k ^= p + c",
    "for p, q in reversed(pairs):\n    if p > {n}:\n        break\n    x += q",
    "for p, q in pairs[:4]:\n    k -= p\n    if len(pairs) < 9:\n        pairs.append((k, q))",
    "k += sum([p for p, q in pairs]) % 1000",
    "pairs = [(q0, p0 * 0.5) for q0, p0 in pairs]",
    "pairs = pairs[::-1]",
    "pairs = pairs + [({n}, {r})]",
    "pairs.reverse()",
    "k += len(pairs) * (({n}, {r}) in pairs)",
    "m, x = min(n, k), max(x, {r})",
    "k = k % 100003\nn = n % 10007",
]


def function(r, name):
    def fill(text):
        return text.replace("{n}", r.choice(NUMBERS)).replace("{r}", r.choice(REALS))

    lines = ["k = i = 0", "t = (n, 2, 3)", r.choice(["pairs = [(0, 0.5)]", "pairs = [(n, x), (1, 2.5)]", "pairs = []"])]
    for _ in range(r.randint(1, 3)):
        lines += fill(r.choice(STEPS)).split("\n")
    lines.append(f"for i in range({r.choice(['3', '5', 'n % 7'])}):")
    for _ in range(r.randint(1, 4)):
        lines += ["    " + line for line in fill(r.choice(STEPS)).split("\n")]
    results = r.sample(["k", "x", "n", "t", "pairs", "len(pairs)", "pairs[0]", "(k, x)"], r.randint(1, 4))
    lines.append(f"return {', '.join(results)}")
    body = "\n".join("    " + line for line in lines)
    return f"def {name}(n: int, x: float):\n{body}\n", [("n", "I"), ("x", "F")]
