"""Floats on their way to integers and to text."""

VALUES = ["x", "y", "x * 2.0", "x + 0.5", "-x", "x / 3.0", "x * 1e10", "2.0**63", "-2.0**63", "y - x", "float(n)", "n / 7", "x % y", "x // y", "math.fabs(x)", "abs(y)"]
WHOLE = ["int({0})", "round({0})", "math.floor({0})", "math.ceil({0})", "math.trunc({0})", "int({0}) & 0xFF", "int({0}) % 1000", "int({0}) // 3", "n // (int({0}) | 1)", "int(round({0}, 1))"]
REAL = ["{0}", "round({0}, 2)", "round({0}, -1)", "round({0}, n % 5)", "math.sqrt(abs({0}))", "divmod({0}, y)[0]", "divmod(x, {0})[1]", "math.fmod({0}, 2.0)", "float(int({0}))", "({0}) ** 2", "math.copysign(1.0, {0})", "min({0}, y)", "max(x, {0})", "math.ldexp({0}, n % 9)"]
TRUTH = ["({0}).is_integer()", "{0} == int({0})", "{0} < n", "{0} >= 2**63", "math.isnan({0})", "n == {0}", "x <= {0} < y", "not {0}"]
TEXT = ["str({0})", "f'{{{0}}}'", "f'{{{0}:.3f}}'", "f'{{{0}:>10.2e}}'", "f'{{{0}:g}}'", "repr({0})", "f'{{{0}!r}}'", "f'{{n:>6d}}'", "str(n)", "f'{{n:x}}|{{{0}:.0f}}'", "'%s' % ({0})"]


def function(r, name):
    lines, names = [], []
    forms = [WHOLE] * 4 + [REAL] * 3 + [TRUTH] * 2 + [TEXT] * (r.random() < 0.4)
    for k in range(r.randint(3, 6)):
        value = r.choice(VALUES + [n for n in names if n[0] == "r"])
        kind = r.choice(forms)
        form = r.choice(kind).format(f"({value})" if value[0] != "r" and " " in value else value)
        target = ("r" if kind is REAL else "v") + str(k)
        lines.append(f"{target} = {form}")
        names.append(target)
    if r.random() < 0.4:
        lines += ["t = 0", "for i in range(4):", f"    t {r.choice(['+=', '-=', '^='])} int(x * i) {r.choice(['', '% 97', '& 0xFFFF'])}"]
        names.append("t")
    lines.append(f"return {', '.join(names)},")
    body = "\n".join("    " + line for line in lines)
    return f"def {name}(x: float, y: float, n: int):\n{body}\n", [("x", "F"), ("y", "F"), ("n", "I")]
