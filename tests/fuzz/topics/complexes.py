"""Complex arithmetic, Python's and NumPy's."""

LEAVES = ["z", "w", "a[0]", "a[-1]", "1j", "(2-1j)", "x", "n", "0.5", "complex(x, n)", "complex(n)"]
FORMS = ["({0} + {1})", "({0} - {1})", "({0} * {1})", "({0} / {1})", "({0} ** 2)", "(-{0})", "{0}.conjugate()", "abs({0})", "({0} * {1} + {2})", "({0} if abs(x) < 2 else {1})", "complex({0})", "({0}).real", "({0}).imag", "({0} ** {1})", "+{0}", "np.conj({0})", "np.abs({0})", "cmath.exp({0})", "cmath.sqrt({0})", "cmath.polar({0})[0]", "cmath.phase({0})"]
TESTS = ["{0} == {1}", "{0} != {1}", "abs({0}) < 2.0", "bool({0})", "not {0}"]


def expr(r, names, depth=0):
    if depth > 2 or r.random() < 0.25:
        return r.choice(LEAVES + names)
    return r.choice(FORMS).format(*(expr(r, names, depth + 1) for _ in range(3)))


def function(r, name):
    d = r.choice(["complex128", "complex128", "complex64"])
    lines, names = [], []
    for k in range(r.randint(1, 4)):
        lines.append(f"v{k} = {expr(r, names)}")
        names.append(f"v{k}")
    if r.random() < 0.5:
        start = r.choice(["0j", "z", "a[0]", "0"])
        lines += [f"s = {start}", f"for i in range({r.choice(['len(a)', '5', 'n % 6'])}):", f"    s = {r.choice(['s * s + z', 's + w * i', 's * 0.5 + i', 's + z.conjugate()', 's - i / (i + 1)'])}"]
        if r.random() < 0.5:
            lines += ["    if abs(s) > 1e6:", f"        {r.choice(['break', 'continue', 's = z'])}"]
        names.append("s")
    if r.random() < 0.5:
        lines.append(f"a[{r.choice(['0', '-1', 'n'])}] {r.choice(['=', '+=', '*=', '-='])} {expr(r, names, 1)}")
    lines.append(f"t = {r.choice(TESTS).format(expr(r, names, 2), expr(r, names, 2))}")
    lines.append(f"return {', '.join(r.sample(names, min(3, len(names))))}, t")
    body = "\n".join("    " + line for line in lines)
    params = [("z", "C"), ("w", "C"), ("a", ("A", d, 1)), ("x", "F"), ("n", "I")]
    return f"def {name}(z: complex, w: complex, a: pyrx.{d}[:], x: float, n: int):\n{body}\n", params
