"""Strings that are read."""

TEXTS = ["s", "t", "s[1:]", "s[::-1]", "t[:2]", "(s + t)", "'abc'", "s[n:]", "'é√'", "c", "w", "(s * 2)", "s[i:i + 2]"]
TRUTH = ["{0} == {1}", "{0} < {1}", "{0} in {1}", "{0} not in {1}", "{0} != {1}", "{0} >= {1}", "c in 'aeiou'", "'a' <= c <= 'z'", "not {0}", "bool({0})"]
NUMBERS = ["len({0})", "ord(c)", "ord(s[0])", "ord({0}[n])", "len({0}) - i", "ord(c) - ord('a')", "len({0} + {1})", "n", "i"]
METHODS = ["{0}.upper()", "{0}.strip()", "{0}.find({1})", "{0}.startswith({1})", "{0}.isdigit()", "{0}.replace('a', {1})", "{0}.count('l')", "{0}.split('l')", "{0}.isalpha()", "{0}.lower() == {1}"]
STEPS = [
    "for i, c in enumerate({0}):\n    k += ord(c) * i",
    "for c in {0}:\n    if {b}:\n        k += {n}\n    else:\n        w = c + w[:3]",
    "for c, e in zip({0}, {1}):\n    k += (c == e) + ord(e) % 5",
    "for c in reversed({0}):\n    w = w[:4] + c",
    "if {b}:\n    k += {n}",
    "k = k * 31 % 1000003 + {n}",
    "w = {0} if {b} else {1}",
    "w = ({0})[:5]",
    "c = ({0})[{n}]",
    "c = chr({n} % 1000 + 32)",
    "i = 0\nwhile i < len(s) and s[i] != c:\n    i += 1",
    "k += int({b})",
]


def function(r, name):
    steps = STEPS + ["m = {m}"] * (r.random() < 0.3)

    def fill(text):
        for _ in range(4):
            for mark, choices in (("{m}", METHODS), ("{b}", TRUTH), ("{n}", NUMBERS), ("{0}", TEXTS), ("{1}", TEXTS)):
                while mark in text:
                    text = text.replace(mark, r.choice(choices), 1)
        return text

    lines = ["k = i = 0", "c = 'l'", "w = ''", "m = 0" if len(steps) > len(STEPS) else "m = 1"]
    for _ in range(r.randint(2, 5)):
        lines += fill(r.choice(steps)).split("\n")
    lines.append(f"return {', '.join(r.sample(['k', 'i', 'c', 'w', 'm', 'len(w)'], r.randint(1, 4)))}")
    body = "\n".join("    " + line for line in lines)
    return f"def {name}(s: str, t: str, n: int):\n{body}\n", [("s", "S"), ("t", "S"), ("n", "I")]
