"""Runs the runtime's kernels on operands and gives their results back as Python values.

The example program `kernels` of the runtime crate reads operands as 64-bit words, so that every bit counts.
"""

from __future__ import annotations

import builtins
import functools
import importlib
import math
import os
import struct
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MASK = (1 << 64) - 1
INTEGERS = {f"{sign}{bits}": (sign == "i", bits) for sign in "iu" for bits in (8, 16, 32, 64)}


@dataclass(frozen=True)
class Escape:
    """The kernel asks for the original function."""


@dataclass(frozen=True)
class Failure:
    """The kernel raises; `redo` is the operation that must fail the same way, else `text` is the message."""

    type: str
    text: str
    redo: tuple[str, list] | None


@functools.cache
def program() -> Path:
    """Path of the built example program."""
    command = ["cargo", "build", "--quiet", "--release", "--package", "pyrx-runtime", "--no-default-features"]
    subprocess.run([*command, "--example", "kernels"], cwd=ROOT, check=True)
    target = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    return (ROOT / target) / "release" / "examples" / "kernels"


def float_bits(value: float) -> int:
    return struct.unpack("<Q", struct.pack("<d", value))[0]


def bits_float(word: int) -> float:
    return struct.unpack("<d", struct.pack("<Q", word))[0]


def words(kind: str, value) -> list[int]:
    """Operand words of a value of that representation."""
    if kind == "bool" or kind in INTEGERS:
        return [int(value) & MASK]
    if kind == "f64":
        return [float_bits(float(value))]
    if kind == "f32":
        return [struct.unpack("<I", struct.pack("<f", float(value)))[0]]
    part = {"c64": "f32", "c128": "f64"}[kind]
    return words(part, value.real) + words(part, value.imag)


def value(kind: str, read) -> object:
    """The value of that representation from result words."""
    if kind.startswith("("):
        return tuple(value(part, read) for part in kind[1:-1].split(","))
    if kind in ("c64", "c128"):
        part = {"c64": "f32", "c128": "f64"}[kind]
        return complex(value(part, read), value(part, read))
    word = next(read)
    if kind == "bool":
        return bool(word)
    if kind == "f64":
        return bits_float(word)
    if kind == "f32":
        return struct.unpack("<f", struct.pack("<I", word))[0]
    signed, bits = INTEGERS[kind]
    word &= (1 << bits) - 1
    return word - (1 << bits) if signed and word >> (bits - 1) else word


def redone(text: str) -> object:
    """An operand of a `redo`."""
    if text[0] == "i":
        return int(text[1:])
    if text[0] == "f":
        return bits_float(int(text[1:], 16))
    real, imag = text[1:].split(",")
    return complex(bits_float(int(real, 16)), bits_float(int(imag, 16)))


def decode(kind: str, line: str):
    if line == "escape":
        return Escape()
    head, _, rest = line.partition(" ")
    if head == "raise":
        name, _, text = rest.partition(" ")
        return Failure(name, text, None)
    if head == "redo":
        name, operation, *operands = rest.split(" ")
        return Failure(name, "", (operation, [redone(operand) for operand in operands]))
    assert head != "other", line
    return value(kind, (int(word, 16) for word in line.split(" ")))


def run(name: str, kinds: list[str], result: str, calls: list[tuple]) -> list:
    """The kernel's result for each call: a value, an `Escape` or a `Failure`."""
    lines = [name]
    for call in calls:
        lines.append(" ".join(f"{word:x}" for kind, item in zip(kinds, call) for word in words(kind, item)))
    command = [program(), str(sys.version_info.minor)]
    output = subprocess.run(command, input="\n".join(lines), text=True, capture_output=True, check=True).stdout
    results = output.splitlines()
    assert len(results) == len(calls), (name, len(results), len(calls))
    return [decode(result, line) for line in results]


def same(left, right) -> bool:
    """Equality to the bit; one nan is as good as another."""
    if type(left) is not type(right):
        return False
    if isinstance(left, tuple):
        return len(left) == len(right) and all(map(same, left, right))
    if isinstance(left, complex):
        return same(left.real, right.real) and same(left.imag, right.imag)
    if isinstance(left, float):
        return float_bits(left) == float_bits(right) or (math.isnan(left) and math.isnan(right))
    return left == right


def python_function(name: str):
    module, _, attribute = name.rpartition(".")
    return getattr(importlib.import_module(module) if module != "builtins" else builtins, attribute)


def fails_as(failure: Failure, error: Exception) -> bool:
    """Whether a kernel's failure becomes this exception."""
    if failure.type != type(error).__name__:
        return False
    if failure.redo is None:
        return failure.text == str(error)
    operation, operands = failure.redo
    try:
        python_function(operation)(*operands)
    except (ArithmeticError, ValueError) as redone_error:
        return type(redone_error) is type(error) and str(redone_error) == str(error)
    return False


def in_width(kind: str, result) -> bool:
    """Whether a Python result is a value of that representation."""
    if kind.startswith("("):
        return all(map(in_width, kind[1:-1].split(","), result))
    if kind in INTEGERS:
        signed, bits = INTEGERS[kind]
        low = -(1 << (bits - 1)) if signed else 0
        return isinstance(result, int) and low <= result < low + (1 << bits)
    return isinstance(result, {"f64": float, "f32": float, "bool": bool, "c128": complex, "c64": complex}[kind])


def differences(name: str, kinds: list[str], result: str, calls: list[tuple], oracle) -> list[str]:
    """Calls where the kernel is not what Python says: the same value, the same exception, or an escape where Python's
    answer is no value of the kernel's type."""
    wrong = []
    for call, got in zip(calls, run(name, kinds, result, calls)):
        try:
            expected = oracle(*call)
        except (ArithmeticError, ValueError) as error:
            expected = error
            fine = isinstance(got, Failure) and fails_as(got, error)
        else:
            fine = same(got, expected) if in_width(result, expected) else isinstance(got, Escape)
        if not fine:
            wrong.append(f"{name}{call}: kernel {got!r}, python {expected!r}")
    return wrong


def check(name: str, kinds: list[str], result: str, calls: list[tuple], oracle) -> None:
    wrong = differences(name, kinds, result, calls, oracle)
    assert not wrong, f"{len(wrong)} of {len(calls)} differ:\n" + "\n".join(wrong[:20])
