"""Random arguments, as texts for `eval` where `P0`, `P1`... stand for the arguments before."""

import numpy as np

EDGE = {
    "I": ["0", "-1", "1", "2", "3", "7", "10", "100", "-5", "2**31", "-2**31", "2**62", "-2**63", "2**63 - 1", "2**32", "12345678901"],
    "F": ["0.0", "-0.0", "1.0", "-1.5", "2.5", "0.1", "1e308", "-1e308", "float('nan')", "float('inf')", "-float('inf')", "1e-320", "3.7", "1e17", "0.5", "2.0**63", "-2.0**63", "2.0**63 - 1024", "2.0**62 + 512", "4.5", "-2.5", "2.0**53 + 2", "1e22", "123456.789"],
    "B": ["True", "False"],
    "C": ["0j", "1j", "(1-2j)", "complex(float('inf'), 0)", "complex(0.0, -0.0)", "(1e200+1e200j)", "(0.3-0.4j)", "complex(-0.0, 2.0)", "complex(float('nan'), 1)", "(3+4j)"],
    "S": ["''", "'a'", "'hello'", "'é√x'", "'123'", "'Ab c'", "'😀l'", "'all'"],
    "W": ["0", "1", "2", "-1", "-2", "5", "-7", "2**31", "-2**31", "2**32 + 1", "3037000500", "2**53 + 1", "-2**53 - 1", "2**61", "2**62", "-2**62", "2**63 - 1", "-2**63", "2**63", "2**63 + 5", "2**64 - 1", "2**64", "-2**64 + 3", "2**65"],
    "LW": ["[]", "[3, 1, 2]", "[-1, 4]", "[2**62, -2**63, 1]", "[2**63, 1]", "[2**64 - 1, 0]"],
    "LOG": ["[0]"],
    "BOX": ["Box(0)"],
    "LI": ["[]", "[1]", "[3, 1, 2]", "[5, -1, 0, 7, 2, 2]", "[2**62, -2**63, 1]", "[2**63, 1]", "[True, 2]"],
    "LF": ["[]", "[1.5]", "[0.0, -0.0, 2.5]", "[float('nan'), 1.0, float('inf')]"],
}


def argument(r, t, before):
    if not isinstance(t, tuple):
        if t == "W" and r.random() < 0.4:
            return str(r.randint(-4, 9))
        if t == "I" and r.random() < 0.6:
            return str(r.choice([0, 1, 2, 3, 4, 5, 7, 10, 50, -1, -2, -3, -10]))
        return r.choice(EDGE[t])
    same = [f"P{i}" for i, k in enumerate(before) if k == t]
    if same and r.random() < 0.4:
        return r.choice(same) + (r.choice(["", "[::-1]", "[1:]"]) if t[2] == 1 else "")
    if t[0] == "AW":
        return r.choice(["arr('int64', 5)", "arr('int64', 1)", "arr('int64', 3)[::-1]", "edge('int64')", "arr('int64', 9)[::2]"])
    _, d, rank = t
    if rank == 1:
        return r.choice([f"arr('{d}', 5)", f"arr('{d}', 6)", f"arr('{d}', 1)", f"arr('{d}', 0)", f"arr('{d}', 8)[::-1]", f"arr('{d}', 9)[::2]", *([f"ro(arr('{d}', 4))"] * (r.random() < 0.3)), f"edge('{d}')", f"edge('{d}')[::-1]", f"arr('{d}', 40)"])
    return r.choice([f"arr('{d}', 12).reshape(3, 4)", f"arr('{d}', 9).reshape(3, 3)", f"arr('{d}', 12).reshape(3, 4).T", f"arr('{d}', 0).reshape(0, 3)", *([f"ro(arr('{d}', 4).reshape(2, 2))"] * (r.random() < 0.3)), f"arr('{d}', 2).reshape(2, 1)[::-1]", f"arr('{d}', 20).reshape(4, 5)[::2, ::-1]"])


def arr(d, n):
    i = np.arange(n)
    if d == "bool_":
        return i % 3 == 0
    if d.startswith("complex"):
        return (i - 2 + 1j * i).astype(d)
    if d.startswith("float"):
        return ((i * 7) % 5 - 1.5 + i * 0.25).astype(d)
    return ((i * 7) % 11 - (2 if d[0] == "i" else 0)).astype(d)


def edge(d):
    if d == "bool_":
        return np.array([True, False])
    if d.startswith(("complex", "float")):
        return np.array([np.nan, np.inf, -np.inf, 0.0, -0.0, 3e38, 1.0]).astype(d)
    i = np.iinfo(d)
    return np.array([i.min, i.max, 0, 1, i.max - 1], d)


def ro(a):
    a.flags.writeable = False
    return a


class Box:
    """An object with an attribute."""

    def __init__(self, value):
        self.value = value

    def __repr__(self):
        return f"Box({self.value!r})"


def build_args(texts):
    env = {"Box": Box, "arr": arr, "edge": edge, "ro": ro, "np": np}
    out = []
    for i, t in enumerate(texts):
        v = eval(t, env)
        env[f"P{i}"] = v
        out.append(v)
    return out
