"""Modules that tests make reports of."""

# Has lines of every kind: native, through the interpreter, checked, parallel, racing, left to Python.
SAMPLE = '''\
"""A sample."""

import pyrx
from pyrx import prange


def native(xs: pyrx.float64[:]) -> float:
    total = 0.0
    for i in range(len(xs)):
        total += xs[i]
    return total


def kept(xs: list[float], order: list[int]) -> float:
    total = 0.0
    for i in order:
        total += xs[i]
    return total


def untyped(a, b, n: int):
    total = 0.0
    for i in range(n):
        for j in range(n):
            total += a[i] * b[j]
    return total


def generator(n: int):
    yield n


def parallel(xs: pyrx.float64[:]) -> None:
    for i in prange(len(xs)):
        xs[i] = xs[i] * 2.0


def race(xs: pyrx.float64[:], at: pyrx.int64[:]) -> None:
    for i in prange(len(at)):
        xs[at[i]] += 1.0
'''


def line(text: str) -> int:
    """The number of the first line of the sample that holds a text."""
    return next(number for number, line in enumerate(SAMPLE.splitlines(), 1) if text in line)


KERNEL = """\
# cython: boundscheck=False, wraparound=False, cdivision=True

def smooth(double[:, ::1] out, double[:, ::1] a):
    cdef Py_ssize_t i, j
    for i in range(1, a.shape[0] - 1):
        for j in range(1, a.shape[1] - 1):
            out[i, j] = 0.25 * (a[i - 1, j] + a[i + 1, j] + a[i, j - 1] + a[i, j + 1])
"""

# What would run if it were not escaped.
SCRIPTS = [
    "</script><script>globalThis.hacked = 1</script>",
    "<img src=x onerror='globalThis.hacked = 1'>",
    '\\" onmouseover=\\"globalThis.hacked = 1\\" x=\\"',
    "<svg onload=globalThis.hacked=1></svg>",
    "</code></summary></details></style></title><script>globalThis.hacked = 1</script>",
    "<!--",
    "]]>",
    "&lt;b&gt;&amp;&#60;",
]

HOSTILE = (
    '"""</script><script>globalThis.hacked = 1</script>"""\n'
    "import numpy as np  # <img src=x onerror='globalThis.hacked = 1'>\n"
    "def größe_数_𝒻(x):\n"
    + "".join(f'    print("{text}", x)\n' for text in SCRIPTS)
    + '    print("\u202eevil\u2066 \u200b", "\x1b[31mred\x1b[0m")  # \u2028\n'
    + "\tif x:\n".expandtabs(4)
    + "\t\tprint('tab', '🐍', x)\n".expandtabs(4)
    + "    return x\n"
)


def large(lines: int = 2000) -> str:
    """A module of so many lines, like those that people write: native, mixed and untyped functions by turns."""
    body = SAMPLE.split("\n\n\n", 1)[1]
    parts, count = [SAMPLE.split("\n\n\n", 1)[0]], 0
    while sum(part.count("\n") + 3 for part in parts) < lines:
        count += 1
        parts.append(body.rstrip("\n").replace("def ", f"def f{count}_"))
    return "\n".join("\n\n\n".join(parts).split("\n")[: lines - 1]).rstrip("\n") + "\n"
