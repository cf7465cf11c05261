"""What a call costs: nanoseconds per call of functions that do next to nothing, smallest of many repeats.

    python benchmarks/call_overhead.py [--json FILE]

Against the same functions in Python and, where installed, in Cython (memoryviews) and Numba.
"""

import argparse
import importlib.util
import json
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests" / "run"), str(ROOT / "python")]

import toolchain

SOURCE = """
import pyrx


def two_arrays_and_scalar(a: pyrx.float64[:, ::1], b: pyrx.float64[:, ::1], x: float) -> float:
    return x


def two_strided_and_scalar(a: pyrx.float64[:, :], b: pyrx.float64[:, :], x: float) -> float:
    return x


def one_scalar(x: float) -> float:
    return x


def one_integer(n: int) -> int:
    return n


def no_argument() -> int:
    return 1


def keywords(x: float, y: float = 2.0) -> float:
    return y
"""
CYTHON = """
# cython: boundscheck=False
def two_arrays_and_scalar(double[:, ::1] a, double[:, ::1] b, double x): return x
def two_strided_and_scalar(double[:, :] a, double[:, :] b, double x): return x
def one_scalar(double x): return x
def one_integer(long n): return n
def no_argument(): return 1
def keywords(double x, double y=2.0): return y
"""
A, B = np.zeros((8, 8)), np.zeros((8, 8))
CALLS = {
    "two_arrays_and_scalar": "f(a, b, 1.5)",
    "two_strided_and_scalar": "f(a, b, 1.5)",
    "one_scalar": "f(1.5)",
    "one_integer": "f(7)",
    "no_argument": "f()",
    "keywords": "f(1.5, y=2.5)",
}
LIMITS = {"two_arrays_and_scalar": 120, "one_scalar": 40}
COUNT, REPEATS = 20_000, 30


def load(path: Path):
    spec = importlib.util.spec_from_file_location(path.name.split(".")[0], path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def loop(expression: str):
    """A function that makes COUNT calls, written out ten to a turn so that the loop itself costs little."""
    scope: dict = {}
    body = "; ".join([expression] * 10)
    exec(f"def run(f, a, b, turns):\n    for _ in turns: {body}\n", scope)  # noqa: S102 - our own text
    return scope["run"]


def worlds() -> dict:
    """The modules to compare, by name."""
    built = toolchain.build_one("call_overhead_kernels", SOURCE)
    found = {"pyrx": load(built.extension), "python": load(built.oracle)}
    try:
        import numba

        plain = load(built.oracle)
        found["numba"] = type("jitted", (), {name: numba.njit(getattr(plain, name)) for name in CALLS})
    except ImportError:
        pass
    try:
        import pyximport

        folder = Path(tempfile.mkdtemp())
        (folder / "call_overhead_cython.pyx").write_text(CYTHON)
        pyximport.install(build_dir=str(folder / "build"), language_level=3, inplace=False)
        sys.path.insert(0, str(folder))
        import call_overhead_cython

        found["cython"] = call_overhead_cython
    except ImportError:
        pass
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    modules = worlds()
    empty = loop("0")
    rows: dict[str, dict[str, float]] = {name: dict.fromkeys(modules, float("inf")) for name in CALLS}
    for _ in range(REPEATS):
        for name, expression in CALLS.items():
            run = loop(expression)
            for world, module in modules.items():
                function = getattr(module, name)
                turns = range(COUNT // 10)
                run(function, A, B, range(1))
                start = time.perf_counter_ns()
                run(function, A, B, turns)
                taken = time.perf_counter_ns() - start
                start = time.perf_counter_ns()
                empty(function, A, B, turns)
                taken -= time.perf_counter_ns() - start
                rows[name][world] = min(rows[name][world], taken / COUNT)
    print(f"{'ns per call':26}" + "".join(f"{world:>9}" for world in modules) + f"{'limit':>8}")
    for name, row in rows.items():
        limit = LIMITS.get(name)
        over = "  above the limit" if limit and row["pyrx"] > limit else ""
        print(f"{name:26}" + "".join(f"{row[world]:9.1f}" for world in modules) + f"{limit or '-':>8}{over}")
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
