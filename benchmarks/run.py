"""Times the examples compiled by pyrx against handwritten unchecked Rust, interleaved in one run.

    python benchmarks/run.py                        every kernel, a table
    python benchmarks/run.py julia matmul_rows      examples or kernels by name
    python benchmarks/run.py --native --json out.json

Both are built with the same flags (the default target CPU, or this one with --native). Per kernel the smallest time of
many interleaved repeats counts; results must agree bit for bit, else the kernel is reported as different. Numba is timed
too where it is installed. `PYRX` names the binary.
"""

import argparse
import copy
import importlib.util
import json
import math
import os
import platform
import runpy
import sys
import time
import types
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path[:0] = [str(ROOT / "tests" / "run"), str(ROOT / "python")]

import handwritten
import toolchain

BATCH_SECONDS = 0.02
LIMITS = {"array": 1.3, "other": 2.0}


def load(path: Path, name: str) -> types.ModuleType:
    """Imports a module from a file."""
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def calls_of(topic: str) -> list:
    return runpy.run_path(str(ROOT / "examples" / topic / "calls.py"))["CALLS"]


def same(a: object, b: object) -> bool:
    """Whether two results agree bit for bit."""
    if isinstance(a, (tuple, list)):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, np.ndarray):
        return a.shape == b.shape and a.dtype == b.dtype and a.tobytes() == b.tobytes()
    return a == b


def agree(kernel: handwritten.Kernel, compiled, rust, args: tuple) -> bool:
    """Calls both once and compares results and mutated arrays. `hypot` differs between CPython and libm by an ulp."""
    ours, theirs = copy.deepcopy(args), copy.deepcopy(args)
    a, b = compiled(*ours), rust(*theirs)
    if kernel.close:
        return math.isclose(a, b, rel_tol=1e-15)
    return same(a, b) and all(same(x, y) for x, y in zip(ours, theirs) if isinstance(x, np.ndarray))


def batch_size(call) -> int:
    """How many calls last about BATCH_SECONDS."""
    count = 1
    while True:
        taken = timed(call, count)
        if taken > BATCH_SECONDS / 2 or count >= 1 << 20:
            return max(1, round(count * BATCH_SECONDS / max(taken, 1e-9)))
        count *= 4


def timed(call, count: int) -> float:
    start = time.perf_counter()
    for _ in range(count):
        call()
    return time.perf_counter() - start


def measure(candidates: dict, repeats: int) -> dict[str, float]:
    """Smallest seconds per call of each candidate; the candidates take turns."""
    counts = {name: batch_size(call) for name, call in candidates.items()}
    best = dict.fromkeys(candidates, math.inf)
    for turn in range(repeats):
        order = list(candidates) if turn % 2 == 0 else list(candidates)[::-1]
        for name in order:
            best[name] = min(best[name], timed(candidates[name], counts[name]) / counts[name])
    return best


def numba_module(topic: str) -> types.ModuleType | None:
    """The example with each of its functions under `njit`, where Numba is installed."""
    try:
        import numba
    except ImportError:
        return None
    module = load(ROOT / "examples" / topic / f"{topic}.py", f"numba_{topic}")
    for name, value in list(vars(module).items()):
        if isinstance(value, types.FunctionType) and value.__module__ == module.__name__:
            setattr(module, name, numba.njit(value))
    return module


def run_kernel(kernel: handwritten.Kernel, modules: dict, library, builder, repeats: int) -> dict:
    """Times one kernel. Returns its row of the table."""
    args = builder()
    compiled = getattr(modules["pyrx"], kernel.name)
    rust = kernel.bind(library)
    row = {"kernel": kernel.name, "topic": kernel.topic, "group": kernel.group}
    row["agrees"] = agree(kernel, compiled, rust, args)
    candidates = {}
    for name, function in (("pyrx", compiled), ("rust", kernel.prepared(library, args))):
        own = copy.deepcopy(args)
        candidates[name] = function if name == "rust" else lambda function=function, own=own: function(*own)
    if modules["numba"] is not None:
        own = copy.deepcopy(args)
        jitted = getattr(modules["numba"], kernel.name)
        try:
            jitted(*copy.deepcopy(args))
            candidates["numba"] = lambda: jitted(*own)
        except Exception as error:  # noqa: BLE001 - Numba does not know everything; the table says so
            row["numba_error"] = str(error).splitlines()[0][:100]
    best = measure(candidates, repeats)
    row.update({f"{name}_seconds": seconds for name, seconds in best.items()})
    row["ratio"] = best["pyrx"] / best["rust"]
    row["limit"] = LIMITS[kernel.group]
    return row


def table(rows: list[dict]) -> str:
    """The rows for a reader."""
    lines = [f"{'kernel':20} {'pyrx':>11} {'rust':>11} {'ratio':>7} {'limit':>6} {'numba':>11}"]
    for row in rows:
        if "error" in row:
            lines.append(f"{row['kernel']:20} {row['error']}")
            continue
        numba = row.get("numba_seconds")
        notes = "" if row["agrees"] else "  RESULTS DIFFER"
        notes += "  above the limit" if row["ratio"] > row["limit"] else ""
        lines.append(
            f"{row['kernel']:20} {row['pyrx_seconds'] * 1e6:9.1f}us {row['rust_seconds'] * 1e6:9.1f}us {row['ratio']:7.2f}"
            f" {row['limit']:6.1f} {f'{numba * 1e6:9.1f}us' if numba else '-':>11}{notes}"
        )
    for group in LIMITS:
        ratios = [row["ratio"] for row in rows if row.get("group") == group and "ratio" in row]
        if ratios:
            mean = math.exp(sum(map(math.log, ratios)) / len(ratios))
            lines.append(f"geometric mean, {group:6} {mean:.2f} over {len(ratios)}, worst {max(ratios):.2f}")
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="examples or kernels (default: all)")
    parser.add_argument("--native", action="store_true", help="build both for this CPU")
    parser.add_argument("--repeats", type=int, default=15)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    chosen = [k for k in handwritten.KERNELS if not options.names or {k.name, k.topic} & set(options.names)]
    library = handwritten.build(native=options.native)
    topics = sorted({kernel.topic for kernel in chosen})
    sources = {topic: (ROOT / "examples" / topic / f"{topic}.py").read_text(encoding="utf-8") for topic in topics}
    built = toolchain.build(sources, ("--native",) if options.native else ())
    rows = []
    for kernel in chosen:
        module = built[kernel.topic]
        if isinstance(module, toolchain.BuildError):
            rows.append({"kernel": kernel.name, "error": "does not build: " + str(module).strip().splitlines()[-1]})
            continue
        modules = {"pyrx": load(module.extension, kernel.topic), "numba": numba_module(kernel.topic)}
        builder = next(bench for name, _, bench in calls_of(kernel.topic) if name == kernel.name)
        rows.append(run_kernel(kernel, modules, library, builder, options.repeats))
        print(table(rows).splitlines()[len(rows)], file=sys.stderr)
    print(table(rows))
    if options.json:
        machine = {"machine": platform.machine(), "cpus": os.cpu_count(), "python": platform.python_version()}
        options.json.write_text(json.dumps({**machine, "native": options.native, "kernels": rows}, indent=1) + "\n")
    bad = [row for row in rows if "error" in row or not row["agrees"]]
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
