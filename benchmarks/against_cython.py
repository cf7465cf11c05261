"""Times the whole modules of tests/cases/cython compiled by pyrx against the same files compiled by Cython.

    python benchmarks/against_cython.py                 every module, a table
    python benchmarks/against_cython.py dtw kd_tree        some

Both use all instructions of this CPU, Cython with -O3. The smallest time of many interleaved repeats counts; the third
column times the pyrx binary against itself. `PYRX` names the binary; Cython and a C compiler are needed.
"""

import argparse
import functools
import importlib.machinery
import importlib.util
import math
import shlex
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests" / "run")]

import toolchain

MODULES = ROOT / "tests" / "cases" / "cython" / "modules"
SUFFIX = sysconfig.get_config_var("EXT_SUFFIX")
REPEATS, SECONDS = 15, 0.02


def picture(rows: int, columns: int) -> np.ndarray:
    y, x = np.mgrid[:rows, :columns]
    return np.sin(x * 0.13) * np.cos(y * 0.07) + np.sin(x * y * 0.001)


def bytes_picture(rows: int, columns: int) -> np.ndarray:
    return (picture(rows, columns) * 60 + 128).astype(np.uint8)


def letters(count: int, alphabet: str, seed: int) -> str:
    return "".join(np.random.default_rng(seed).choice(list(alphabet), count))


def program_text(words: int, seed: int) -> bytes:
    """Words in no order: of a line that repeats, a processor learns every branch."""
    known = "alpha x i count while 3.5e-2 17 0.25 'it' * + = ( ) #note\n".split(" ")
    return " ".join(np.random.default_rng(seed).choice(known, words)).encode()


RANDOM = np.random.default_rng(5)
SPARSE = np.where(RANDOM.random((400, 400)) < 0.05, RANDOM.random((400, 400)), 0.0)
# One call each, as `module: (function, arguments)`.
CALLS = {
    "alignments": ("align_text", (letters(300, "ACGT", 1), letters(300, "ACGT", 2))),
    "bilateral": ("denoise", (picture(60, 60)[:, :, None].copy(), 5, 5, 0.3, 1.0)),
    "binary_heap": ("heap_sort", (RANDOM.random(20000),)),
    "csr_kernels": ("from_dense", (SPARSE,)),
    "dense_solvers": ("lu", (RANDOM.random((120, 120)),)),
    "dtw": ("distance", (np.sin(np.arange(600.0)), np.cos(np.arange(500.0)))),
    "histogram_equalisation": ("equalise", (bytes_picture(300, 300),)),
    "kd_tree": ("query", (RANDOM.random((2000, 3)), RANDOM.random((500, 3)), 4)),
    "labelling": ("label", ((picture(200, 200) > 0.2).astype(np.int64),)),
    "marching_squares": ("segments", (picture(150, 150), 0.1)),
    "ode_solver": ("solve", ("lorenz", np.ones(3), np.array([10.0, 28.0, 8 / 3]), 5.0, 5000)),
    "rank_filters": ("run", ("median", bytes_picture(100, 100), np.ones((5, 5)))),
    "ray_casting": ("render", ([{"kind": "sphere", "centre": (0, 0, 4), "radius": 1, "mirror": 0.3}], 60, 60)),
    "run_lengths": ("encode", (bytes(np.repeat(RANDOM.integers(0, 9, 20000), 3).astype(np.uint8)),)),
    "sorting_networks": ("batcher", (RANDOM.integers(0, 1000, 3000),)),
    "splines": ("second_derivatives", (np.arange(5000.0), np.sin(np.arange(5000.0)))),
    "split_search": ("find_split", (RANDOM.random((2000, 8)).astype("f4"), RANDOM.integers(0, 3, 2000))),
    "string_metrics": ("damerau", (letters(300, "abcd", 3).encode(), letters(300, "abcd", 4).encode())),
    "tokenizer": ("count_tokens", (program_text(12000, 6),)),
    "union_find": ("components", (RANDOM.integers(0, 20000, (30000, 2)), 20000)),
    "watershed": (
        "watershed",
        (np.abs(picture(80, 80)), (RANDOM.random((80, 80)) > 0.99) * np.arange(6400).reshape(80, 80)),
    ),
}


def run(command: list, folder: Path) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"$ {shlex.join(map(str, command))}\n{done.stdout}{done.stderr}")


def cython_build(name: str, folder: Path) -> Path:
    run([sys.executable, "-m", "cython", f"{name}.pyx"], folder)
    compiler = shlex.split(sysconfig.get_config_var("CC") or "cc")
    flags = [
        "-O3",
        "-march=native",
        "-fwrapv",
        "-fPIC",
        "-shared",
        "-fopenmp",
        "-DNPY_NO_DEPRECATED_API=NPY_1_7_API_VERSION",
    ]
    includes = [f"-I{sysconfig.get_paths()['include']}", f"-I{np.get_include()}"]
    run([*compiler, *flags, *includes, f"{name}.c", "-o", f"{name}{SUFFIX}"], folder)
    return folder / f"{name}{SUFFIX}"


def load(name: str, path: Path):
    loader = importlib.machinery.ExtensionFileLoader(name, str(path))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(name, loader))
    loader.exec_module(module)
    return module


def timed(call, count: int) -> float:
    start = time.perf_counter()
    for _ in range(count):
        call()
    return (time.perf_counter() - start) / count


def measure(calls: dict) -> dict[str, float]:
    """Smallest seconds per call; the candidates take turns."""
    counts = {name: max(1, int(SECONDS / timed(call, 1))) for name, call in calls.items()}
    best = dict.fromkeys(calls, math.inf)
    for turn in range(REPEATS):
        for name in list(calls)[:: 1 if turn % 2 else -1]:
            best[name] = min(best[name], timed(calls[name], counts[name]))
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("modules", nargs="*", help="all, if none is named")
    options = parser.parse_args()
    ratios = []
    print(f"{'module':24}{'pyrx':>12}{'cython':>12}{'ratio':>8}{'itself':>8}")
    with tempfile.TemporaryDirectory() as top:
        for name in options.modules or CALLS:
            function, arguments = CALLS[name]
            paths = {}
            for world in ("pyrx", "cython"):
                folder = Path(top, world, name)
                toolchain.lay_out(
                    folder / f"{name}.pyx", (MODULES / f"{name}.pyx").read_text().split("# --- calls")[0], {}
                )
                if world == "pyrx":
                    run([toolchain.pyrx(), "build", "-q", "--native", f"{name}.pyx"], folder)
                    paths[world] = folder / f"{name}{SUFFIX}"
                else:
                    paths[world] = cython_build(name, folder)
            made = {world: getattr(load(name, path), function) for world, path in paths.items()}
            calls = {world: functools.partial(function, *arguments) for world, function in made.items()}
            calls["again"] = calls["pyrx"]
            best = measure(calls)
            ratio = best["pyrx"] / best["cython"]
            ratios.append(ratio)
            times = f"{best['pyrx'] * 1e6:10.1f}us{best['cython'] * 1e6:10.1f}us"
            print(f"{name:24}{times}{ratio:8.2f}{best['again'] / best['pyrx']:8.2f}", flush=True)
    print(
        f"geometric mean {math.exp(sum(map(math.log, ratios)) / len(ratios)):.2f} over {len(ratios)}, worst {max(ratios):.2f}"
    )


if __name__ == "__main__":
    main()
