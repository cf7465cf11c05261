"""Native calls: defaults, keywords only, tuples of arrays there and back, recursion."""

HELPERS = '''def {0}_split(a, at=1, *, flip=False):
    if flip:
        return a[at:], a[:at][::-1], len(a)
    return a[:at], a[at:], {1}


def {0}_total(parts, scale=2.0, start=0):
    left, right = parts
    s = 0.0
    for e in left:
        s += e * scale
    for e in right[start:]:
        s -= e
    return s


def {0}_fill(a, value=1, *, step=2):
    for i in range(0, len(a), step):
        a[i] = value
    return a


def {0}_walk(a, n, depth=0):
    if n <= 0 or depth > 5:
        return depth, n
    if len(a) > 1:
        return {0}_walk(a[1:], n - 1, depth + 1)
    return {0}_walk(a, n - 2, depth=depth + 1)


def {0}_pick(x, y=3, /, z=0.5, *, k=1):
    if x > y:
        return x * k + z, y
    return z - x, k


'''
STEPS = [
    "p, q, m = {0}_split(v)",
    "p, q, m = {0}_split(v, n)",
    "p, q, m = {0}_split(v, at=n % 4, flip=True)",
    "q, p, m = {0}_split({0}_fill(v, step=n % 3 + 1), flip=n > 2)",
    "s += {0}_total((p, q))",
    "s += {0}_total((q, p), start=1)",
    "s -= {0}_total((v, v[::-1]), 0.5, n)",
    "v = {0}_fill(v, n % 100)",
    "v = {0}_fill(v[::2], value=3)",
    "{0}_fill(p)",
    "d, n = {0}_walk(v, n % 9)",
    "d, n = {0}_walk(a, n % 7, depth=d)",
    "s, n = {0}_pick(n)",
    "s, d = {0}_pick(n, d, k=2)",
    "s, d = {0}_pick(d, z=s)",
    "s += {0}_pick(s, 2.5, s, k=n)[0]",
    "p, q = q, p",
    "v = p if len(p) else a",
    "n = n % 50",
]


def function(r, name):
    d = r.choice(["float64", "int64", "uint8", "float32"])
    lines = ["p = q = v = a", "s = 0.0", "d = m = 0"]
    for _ in range(r.randint(2, 5)):
        lines.append(r.choice(STEPS).format(name))
    if r.random() < 0.5:
        lines.append("for _ in range(3):")
        lines += ["    " + r.choice(STEPS).format(name) for _ in range(r.randint(1, 3))]
    lines.append(f"return {', '.join(r.sample(['s', 'n', 'd', 'm', 'p', 'v'], r.randint(1, 4)))}")
    body = "\n".join("    " + line for line in lines)
    helpers = HELPERS.format(name, r.choice(["len(a)", "at", "0"]))
    return f"{helpers}def {name}(a: pyrx.{d}[:], n: int):\n{body}\n", [("a", ("A", d, 1)), ("n", "I")]
