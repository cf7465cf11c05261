"""Views made and changed in loops."""

BOUNDS = ["", "1", "-1", "i", "i + 1", "-i", "n", "2", "len(v)", "-2", "n - i", "100", "-100"]
STEPS = ["", "", ":1", ":2", ":-1", ":-2", ":i + 1", ":n", ":3"]


def one_axis(r):
    return f"{r.choice(BOUNDS)}:{r.choice(BOUNDS)}{r.choice(STEPS)}"


def function(r, name):
    d = r.choice(["float64", "int64", "uint8", "float32", "int32"])
    number = "k % 100" if d[0] != "f" else "s * 0.5"
    steps = [
        f"v = v[{one_axis(r)}]",
        f"u = v[{one_axis(r)}]\nif len(u) > 0:\n    s += u[0]",
        f"u = a[{one_axis(r)}]\nfor j in range(len(u)):\n    s += u[j]\n    u[j] = {number}",
        f"v[{one_axis(r)}] = {number}",
        f"v[{one_axis(r)}] = v[{one_axis(r)}]",
        "a[1:] = a[:-1]",
        "v[::-1] = v",
        "v[:] = a[:len(v)]",
        f"v = a[{one_axis(r)}][{one_axis(r)}]",
        "k += v.shape[0] + len(a)",
        "v[i] = v[-1]",
        f"v[-1 - i] {r.choice(['=', '+=', '-='])} {number}",
        "for e in v:\n    s += e",
        "for j, e in enumerate(v[::-1]):\n    s += e * j\n    v[j] = 1",
        "for e, f in zip(v, a[1:]):\n    s += e - f",
        "if len(v) == 0:\n    v = a",
        "v = v.copy()",
        f"w = b[i % len(b)]\ns += w[{r.choice(['0', '-1', 'i'])}]",
        f"w = b[:, {r.choice(['0', '-1', 'i'])}]\nw[{one_axis(r)}] = {number}",
        f"b[{one_axis(r)}, ::-1] = b[{one_axis(r)}, :]",
        f"w = b.T[{r.choice(['0', '-1', 'i'])}]\nfor e in w:\n    s -= e",
        f"b[i % len(b), {one_axis(r)}] = {number}",
        "for row in b[::-1]:\n    s += row[0]\n    row[-1] = 2",
    ]
    lines = ["s = 0.0", "k = i = 0", "v = a"]
    for _ in range(r.randint(0, 2)):
        lines += r.choice(steps).split("\n")
    lines.append(f"for i in range({r.choice(['3', 'len(a)', 'n % 5', '1, 4'])}):")
    for _ in range(r.randint(1, 4)):
        lines += ["    " + line for line in r.choice(steps).split("\n")]
    lines.append(f"return {r.choice(['s', 's, k', 'v', 's, v', 'v, k, a', 'k'])}")
    body = "\n".join("    " + line for line in lines)
    params = [("a", ("A", d, 1)), ("b", ("A", d, 2)), ("n", "I")]
    return f"def {name}(a: pyrx.{d}[:], b: pyrx.{d}[:, :], n: int):\n{body}\n", params
