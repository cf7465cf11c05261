"""Random modules and the calls of their functions."""

import ast
import random

from arguments import argument
from statements import Function
from topics import TOPICS
from vocabulary import HEAD


def prange_function(r, name):
    d = r.choice(["float64", "int64", "int32", "float32"])
    op = r.choice(["s += a[i]", "s -= a[i]", "s += i", "s = min(s, a[i])", "s = max(s, a[i])", "s += i * i", "s ^= i", "s |= i", "s += a[i] * 2", "last = i * 2", "b[i] = a[i] + x", "s = max(s, i)", "s += 1 if a[i] > 0 else 0"])
    init = r.choice(["0", "x", "100"])
    rng = r.choice(["len(a)", "1, len(a)", "0, len(a), 2", "len(a) - 1, -1, -1", "x % 9"])
    guard = r.choice(["", "", "if a[i] > 2:", "if i % 3 == 0:", "if i > 5 and a[i] < 9:"])
    body = f"        {guard}\n            {op}" if guard else f"        {op}"
    return f"""def {name}(a: pyrx.{d}[:], b: pyrx.{d}[:], x: int):
    s = {init}
    last = -1
    for i in prange({rng}):
{body}
    return s, last
""", [("a", ("A", d, 1)), ("b", ("A", d, 1)), ("x", "I")]


def module(seed, count=40, calls=20, topics=()):
    """The text of a module and the calls of its functions; of topics only, where some are named."""
    r = random.Random(seed)
    text = HEAD
    functions = []
    CALLS = []
    for k in range(count):
        name = f"f_{k}"
        if topics:
            src, params = TOPICS[r.choice(topics)](r, name)
            ast.parse(src)
        elif r.random() < 0.06:
            src, params = prange_function(r, name)
        else:
            ret = r.choice([None, None, "I", "F"])
            f = Function(r, name, functions, ret, annotated=ret is None or r.random() < 0.6)
            for _ in range(20):
                src = f.text()
                try:
                    ast.parse(src)
                    break
                except SyntaxError as error:
                    raise SystemExit(f"{error}\n{src}")
            params = f.params
            if ret:
                functions.append(f)
        text += "\n\n" + src
        for _ in range(calls):
            args, kinds = [], []
            for _, t in params:
                args.append(argument(r, t, kinds))
                kinds.append(t)
            CALLS.append((name, args))
    return text, CALLS
