"""NumPy scalars of mixed widths among each other and with Python's numbers."""

DTYPES = ["uint64", "uint64", "int64", "int32", "uint32", "int16", "uint8", "int8", "float32", "float64", "bool_"]
CASTS = ["np.uint64", "np.int8", "np.int32", "np.uint16", "np.float32", "np.float64", "np.int64", "int", "float", "bool", "abs"]
WHOLE = ["+", "-", "*", "//", "%", "&", "|", "^", "<<", ">>", "**"]
REAL = ["+", "-", "*", "/", "//", "%", "**"]


class Scalars:
    """Variables and whether each is a whole number, as far as is known."""

    def __init__(self, r):
        self.r = r
        self.whole = {}

    def leaf(self):
        r = self.r
        if self.whole and r.random() < 0.8:
            name = r.choice(list(self.whole))
            return name, self.whole[name]
        return r.choice([("1", True), ("2", True), ("(-1)", True), ("7", True), ("300", True), ("0.5", False), ("2.0", False), ("255", True), ("(2**63 - 1)", True), ("x", True), ("y", False)])

    def expr(self, depth=0):
        r = self.r
        k = r.random()
        if depth > 2 or k < 0.2:
            return self.leaf()
        if k < 0.7:
            (left, a), (right, b) = self.expr(depth + 1), self.expr(depth + 1)
            op = r.choice(WHOLE + ["/"]) if a and b else r.choice(REAL)
            if op in ("<<", ">>", "**") and r.random() < 0.7:
                right = r.choice(["2", "3", "1"])
            return f"({left} {op} {right})", a and b and op != "/"
        if k < 0.8:
            cast = r.choice(CASTS)
            inner, whole = self.expr(depth + 1)
            return f"{cast}({inner})", whole if cast == "abs" else "float" not in cast
        if k < 0.87:
            inner, whole = self.expr(depth + 1)
            op = r.choice("-+~") if whole else r.choice("-+")
            return f"({op}{inner})", whole
        if k < 0.94:
            (left, _), (right, _) = self.expr(depth + 1), self.expr(depth + 1)
            return f"({left} {r.choice(['<', '<=', '==', '!=', '>', '>='])} {right})", True
        (left, a), (right, b), (cond, _) = self.expr(depth + 1), self.expr(depth + 1), self.expr(depth + 1)
        # Where types join, the wider one computes: that is no difference to look for.
        cast = r.choice(["np.int64", "np.uint8", "int"]) if a and b else r.choice(["np.float64", "np.float32", "float"])
        return f"({cast}({left}) if {cond} else {cast}({right}))", a and b


def function(r, name):
    d, e = r.choice(DTYPES), r.choice(DTYPES)
    maker = Scalars(r)
    whole = {n: "float" not in t for n, t in (("p", d), ("q", e))}
    maker.whole.update(whole)
    lines = ["p = a[0]", "q = b[-1]"]
    for k in range(r.randint(2, 5)):
        text, is_whole = maker.expr()
        if r.random() < 0.3 and k:
            target = r.choice(list(maker.whole))
            op = r.choice(["+", "-", "*"])
            lines.append(f"{target} {op}= {text}")
        else:
            lines.append(f"v{k} = {text}")
            maker.whole[f"v{k}"] = is_whole
    if r.random() < 0.6:
        text, _ = maker.expr(1)
        start = r.choice(["0", "0.0", "np.int64(p)", "np.float64(q)"])
        lines += [f"s = {start}", "for i in range(len(a)):", f"    s = s {r.choice('+-*')} {r.choice(['a[i]', 'a[i] * 2', 'a[i] + q', text])}"]
        maker.whole["s"] = True
    if r.random() < 0.4:
        text, _ = maker.expr(1)
        lines.append(f"a[{r.choice(['0', '-1', 'x'])}] {r.choice(['=', '+=', '-=', '*='])} {text}")
    names = list(maker.whole)
    r.shuffle(names)
    lines.append(f"return {', '.join(names[: r.randint(1, 4)])},")
    params = [("a", ("A", d, 1)), ("b", ("A", e, 1)), ("x", "I"), ("y", "F")]
    body = "\n".join("    " + line for line in lines)
    return f"def {name}(a: pyrx.{d}[:], b: pyrx.{e}[:], x: int, y: float):\n{body}\n", params
