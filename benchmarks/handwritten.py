"""The handwritten Rust kernels as Python functions that take the same arguments as the examples'."""

import ctypes
import math
import os
import subprocess
import weakref
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
F64, I64, U64, SIZE, PTR = ctypes.c_double, ctypes.c_int64, ctypes.c_uint64, ctypes.c_size_t, ctypes.c_void_p


class Pair(ctypes.Structure):
    _fields_ = [("first", I64), ("second", I64), ("best", F64)]


def build(native: bool = False) -> ctypes.CDLL:
    """Builds and loads the library, for the default target CPU or for this one."""
    target = HERE / "handwritten" / "target" / ("native" if native else "default")
    env = dict(os.environ, CARGO_TARGET_DIR=str(target))
    env.pop("RUSTFLAGS", None)
    if native:
        env["RUSTFLAGS"] = "-C target-cpu=native"
    subprocess.run(["cargo", "build", "--release", "--quiet"], cwd=HERE / "handwritten", env=env, check=True)
    return ctypes.CDLL(str(target / "release" / "libhandwritten.so"))


@dataclass(frozen=True)
class Kernel:
    """One kernel: where it comes from, its C signature, and how Python arguments become C's.

    `convert` takes the example's arguments and returns the C arguments, what to keep alive, and a function that gives
    the result. It is done before timing; the result function is timed where `finish` says that it belongs to the work.
    """

    topic: str
    name: str
    group: str
    signature: list
    result: object
    convert: Callable
    finish: bool = False
    close: bool = False

    def function(self, library: ctypes.CDLL):
        function = library[self.name]
        function.argtypes, function.restype = self.signature, self.result
        return function

    def bind(self, library: ctypes.CDLL) -> Callable:
        """A function of the example's arguments with the example's result."""
        function = self.function(library)

        def call(*args):
            c_args, keep, finish = self.convert(*args)
            value = function(*c_args)
            del keep
            return finish(value)

        return call

    def prepared(self, library: ctypes.CDLL, args: tuple) -> Callable:
        """A function without arguments that only does the work."""
        function = self.function(library)
        c_args, keep, finish = self.convert(*args)
        if self.finish:
            return lambda keep=keep: finish(function(*c_args))
        return lambda keep=keep: function(*c_args)


def _same(value):
    return value


def _nothing(value):
    return None


def _at(array: np.ndarray) -> int:
    assert array.flags.c_contiguous
    return array.ctypes.data


def _julia(out, c, radius, limit):
    return (_at(out), *out.shape, c.real, c.imag, radius, limit), out, _nothing


def _julia_list(points, constants, limit):
    points, constants = np.array(points, np.complex128), np.array(constants, np.complex128)
    counts = np.empty(len(points), np.int64)
    keep = (points, constants, counts)
    return (_at(counts), _at(points), _at(constants), len(points), limit), keep, lambda _: counts.tolist()


def _step(u, out, k):
    return (_at(u), _at(out), *u.shape, k), (u, out), _nothing


def _diffuse(u, k, count):
    result = np.empty_like(u)
    return (_at(u), _at(result), *u.shape, k, count), (u, result), lambda _: result


def _total(u):
    return (_at(u), u.size), u, _same


def _evolve(x, y, speed, duration, dt):
    return (_at(x), _at(y), _at(speed), len(x), duration, dt), (x, y, speed), _nothing


def _spread(x, y):
    return (_at(x), _at(y), len(x)), (x, y), _same


def _plain(*args):
    return args, None, _same


def _random_floats(count, seed):
    numbers = np.empty(count)
    return (_at(numbers), count, seed % 2**64), numbers, lambda _: numbers.tolist()


def _primes(count):
    found = np.empty(count, np.int64)
    return (_at(found), count), found, lambda _: found.tolist()


def _numbers(numbers):
    numbers = np.array(numbers, np.int64)
    return (_at(numbers), len(numbers)), numbers, _same


def _distances(points):
    count = len(points)
    return (_at(points), *points.shape), points, lambda start: _owned(start, (count, count))


def _owned(start: int, shape: tuple[int, ...]) -> np.ndarray:
    """The array of a `Vec<f64>` that a kernel has given away: Rust's memory is `malloc`'s."""
    array = np.ctypeslib.as_array((F64 * math.prod(shape)).from_address(start)).reshape(shape)
    weakref.finalize(array, ctypes.CDLL(None).free, PTR(start))
    return array


def _closest(points):
    pair = Pair()
    return (
        (_at(points), *points.shape, ctypes.addressof(pair)),
        (points, pair),
        lambda _: (pair.first, pair.second, pair.best),
    )


def _advance(position, velocity, mass, dt, steps):
    return (_at(position), _at(velocity), _at(mass), len(mass), dt, steps), (position, velocity, mass), _nothing


def _energy(position, velocity, mass):
    return (_at(position), _at(velocity), _at(mass), len(mass)), (position, velocity, mass), _same


def _matmul(a, b):
    result = np.empty((a.shape[0], b.shape[1]))
    return (_at(a), _at(b), _at(result), *a.shape, b.shape[1]), (a, b, result), lambda _: result


def _matmul_rows(a, b, out):
    return (_at(a), _at(b), _at(out), *a.shape, b.shape[1]), (a, b, out), _nothing


def _strings(a, b):
    a, b = np.array(list(map(ord, a)), np.uint32), np.array(list(map(ord, b)), np.uint32)
    return (_at(a), len(a), _at(b), len(b)), (a, b), _same


def _bytes(data):
    data = np.frombuffer(data, np.uint8)
    return (_at(data), len(data)), data, _same


def _bytes_table(data, table):
    data = np.frombuffer(data, np.uint8)
    return (_at(data), len(data), _at(table)), (data, table), _same


_JULIA = [PTR, SIZE, SIZE, F64, F64, F64, I64]
_STRINGS = [PTR, SIZE, PTR, SIZE]
KERNELS = [
    Kernel("julia", "julia", "array", _JULIA, None, _julia),
    Kernel("julia", "julia_list", "other", [PTR, PTR, PTR, SIZE, I64], None, _julia_list, finish=True),
    Kernel("julia", "julia_parallel", "array", _JULIA, None, _julia),
    Kernel("diffusion", "step", "array", [PTR, PTR, SIZE, SIZE, F64], None, _step),
    Kernel("diffusion", "diffuse", "array", [PTR, PTR, SIZE, SIZE, F64, I64], None, _diffuse),
    Kernel("diffusion", "total", "array", [PTR, SIZE], F64, _total),
    Kernel("particles", "evolve", "array", [PTR, PTR, PTR, SIZE, F64, F64], None, _evolve),
    Kernel("particles", "spread", "array", [PTR, PTR, SIZE], F64, _spread, close=True),
    Kernel("monte_carlo", "estimate", "other", [I64, I64], F64, _plain),
    Kernel("monte_carlo", "random_floats", "other", [PTR, SIZE, U64], None, _random_floats, finish=True),
    Kernel("leibniz", "leibniz", "other", [I64], F64, _plain),
    Kernel("leibniz", "leibniz_integers", "other", [I64], F64, _plain),
    Kernel("primes", "primes", "other", [PTR, SIZE], None, _primes, finish=True),
    Kernel("primes", "all_prime", "other", [PTR, SIZE], ctypes.c_bool, _numbers),
    Kernel("primes", "count_primes", "other", [PTR, SIZE], I64, _numbers),
    Kernel("chebyshev", "distances", "array", [PTR, SIZE, SIZE], PTR, _distances, finish=True),
    Kernel("chebyshev", "closest", "array", [PTR, SIZE, SIZE, PTR], None, _closest),
    Kernel("nbody", "advance", "array", [PTR, PTR, PTR, SIZE, F64, I64], None, _advance),
    Kernel("nbody", "energy", "array", [PTR, PTR, PTR, SIZE], F64, _energy),
    Kernel("matmul", "matmul", "array", [PTR, PTR, PTR, SIZE, SIZE, SIZE], None, _matmul),
    Kernel("matmul", "matmul_rows", "array", [PTR, PTR, PTR, SIZE, SIZE, SIZE], None, _matmul_rows),
    Kernel("levenshtein", "levenshtein", "other", _STRINGS, I64, _strings),
    Kernel("levenshtein", "common_prefix", "other", _STRINGS, I64, _strings),
    Kernel("crc32", "crc32_bits", "other", [PTR, SIZE], I64, _bytes),
    Kernel("crc32", "crc32_table", "other", [PTR, SIZE, PTR], I64, _bytes_table),
]
