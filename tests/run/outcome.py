"""What a call did, as text that is equal for two worlds exactly when a user could not tell them apart."""

import ast
import builtins
import contextlib
import ctypes
import hashlib
import io
import math
import os
import re
import sys
import tempfile
import types
import warnings
from collections.abc import Iterator

import arguments
import cases
import numpy as np

CONTEXT_DEPTH = 3
# Deviations that need not show: an overflow may be avoided, a zero-trip join may keep CPython's type.
MAY_AGREE = (2, 3, 5, 6)


def describe(value: object, seen: tuple[int, ...] = ()) -> str:
    """Type and value, recursively; floats by their bits, NaN equal to NaN."""
    if id(value) in seen:
        return "<the same again>"
    seen = (*seen, id(value))
    kind = type(value)
    if kind is float:
        return f"float {_float(value)}"
    if kind is complex:
        return f"complex ({_float(value.real)}, {_float(value.imag)})"
    if value is None or kind in (bool, int, str, bytes, bytearray, range, slice, type(...), type(NotImplemented)):
        return f"{kind.__name__} {value!r}"
    if isinstance(value, np.generic):
        return f"numpy.{value.dtype} {_elements(np.asarray(value))}"
    if isinstance(value, np.ndarray):
        return _array(value)
    if isinstance(value, (list, tuple)):
        inner = "".join(f"\n  {_indent(describe(item, seen))}" for item in value)
        return f"{_name(kind)} of {len(value)}{inner}"
    if isinstance(value, (set, frozenset)):
        inner = "".join(f"\n  {_indent(text)}" for text in sorted(describe(item, seen) for item in value))
        return f"{_name(kind)} of {len(value)}{inner}"
    if isinstance(value, dict):
        parts = (f"{describe(key, seen)}: {describe(item, seen)}" for key, item in value.items())
        return f"{_name(kind)} of {len(value)}" + "".join(f"\n  {_indent(part)}" for part in parts)
    if isinstance(value, type):
        return f"type {_name(value)}"
    if isinstance(value, types.ModuleType):
        return f"module {value.__name__}"
    if isinstance(value, BaseException):
        return f"{_name(kind)} {value.args!r}"
    if kind is memoryview or "memoryview" in kind.__name__:
        return _view(value)
    if callable(value) and hasattr(value, "__qualname__"):
        return f"callable {value.__qualname__}"
    text = repr(value)
    return f"{_name(kind)} {text if ' at 0x' not in text else ''}"


def _float(value: float) -> str:
    return "nan" if math.isnan(value) else f"{value!r} {value.hex()}"


def _name(kind: type) -> str:
    return (
        kind.__qualname__ if kind.__module__ in ("builtins", "arguments") else f"{kind.__module__}.{kind.__qualname__}"
    )


def _indent(text: str) -> str:
    return text.replace("\n", "\n  ")


def _elements(array: np.ndarray) -> str:
    if array.dtype.kind in "fc":
        array = np.where(np.isnan(array), np.array(np.nan, array.dtype), array)
        parts = array.view(f"{array.real.dtype}") if array.dtype.kind == "c" and array.ndim else array
        text = np.array2string(parts, floatmode="unique", threshold=200, separator=",")
        bits = np.ascontiguousarray(array).tobytes()
        return f"{text} #{_digest(bits)}"
    if array.dtype.kind == "O":
        return repr([describe(item) for item in array.ravel()])
    return f"{array.tolist()!r}"


def _digest(bits: bytes) -> str:
    return bits.hex() if len(bits) <= 32 else hashlib.sha256(bits).hexdigest()[:24]


def _array(array: np.ndarray) -> str:
    flags = "".join(
        letter for letter, flag in (("C", array.flags.c_contiguous), ("F", array.flags.f_contiguous)) if flag
    )
    writable = "" if array.flags.writeable else " read-only"
    return f"{_name(type(array))} {array.dtype.str} {array.shape} {flags or 'strided'}{writable}\n  {_indent(_elements(array))}"


def _view(value: object) -> str:
    """A view of a buffer; the class of a typed one bears the name of the compiler that made it."""
    kind = "memoryview" if type(value) is memoryview else "typed memoryview"
    try:
        buffer = memoryview(value)
        array = np.asarray(value)
    except (ValueError, BufferError, TypeError) as error:
        return f"{kind} {type(error).__name__}: {error}"
    return f"{kind} {buffer.format} {buffer.strides}{' read-only' if buffer.readonly else ''} of {_array(array)}"


def _listed(args: list) -> str:
    return "\n".join(f"{i}: {_indent(describe(arg))}" for i, arg in enumerate(args))


def relations(result: object, args: list) -> str:
    """Which parts of the result are arguments, and which share their memory."""
    found = []
    parts = [("result", result)]
    if isinstance(result, (list, tuple)) and len(result) <= 20:
        parts += [(f"result[{i}]", part) for i, part in enumerate(result)]
    for what, part in parts:
        for i, arg in enumerate(args):
            plain = isinstance(arg, (int, float, complex, str, bytes, tuple, type(None), np.generic))
            if part is arg and not plain:
                found.append(f"{what} is argument {i}")
            elif isinstance(part, np.ndarray) and isinstance(arg, np.ndarray) and np.may_share_memory(part, arg):
                offset = part.__array_interface__["data"][0] - arg.__array_interface__["data"][0]
                found.append(f"{what} shares memory of argument {i}, {offset} bytes in, strides {part.strides}")
    if isinstance(result, np.ndarray):
        found.append(f"result has {'no ' if result.base is None else 'a '}base")
    return "\n".join(found)


class World:
    """One import of the module, and the calls made in it."""

    def __init__(self, module: types.ModuleType, filename: str):
        self.module = module
        self.filename = os.path.basename(filename)

    def run(self, call: cases.Call) -> dict[str, str]:
        """Makes the call and returns what could be seen of it: result, arguments afterwards, relations, stdout, raised."""
        sys.modules[self.module.__name__] = self.module
        seen: dict[str, str] = {
            "result": "",
            "arguments": "",
            "relations": "",
            "stdout": "",
            "raised": "",
            "warnings": "",
        }
        stdout = io.StringIO()
        args: list = []
        with contextlib.redirect_stdout(stdout), warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            try:
                result = self._call(call.tree, self.scope(call), args)
                seen["result"] = describe(result)
                seen["relations"] = relations(result, args)
            except BaseException as error:
                if isinstance(error, KeyboardInterrupt):
                    raise
                seen["raised"] = self.describe_exception(error)
        seen["arguments"] = _listed(args)
        seen["stdout"] = stdout.getvalue()
        kept = [w for w in warned if not (w.category is RuntimeWarning and "encountered in" in str(w.message))]
        seen["warnings"] = "\n".join(f"{w.category.__name__}: {w.message}" for w in kept)
        return seen

    def untouched(self, call: cases.Call) -> str:
        """The arguments as they are before the call."""
        scope = self.scope(call)
        args: list = []
        if isinstance(call.tree, ast.Call):
            scope["__nothing"] = lambda *_, **__: None
            quiet = ast.Call(ast.Name("__nothing", ast.Load()), call.tree.args, call.tree.keywords)
            self._call(quiet, scope, args)
        return _listed(args)

    def scope(self, call: cases.Call) -> dict:
        scope = {**arguments.NAMES, **vars(self.module), "module": self.module}
        for target, iterable, index in call.loops:
            cases.bind(target, list(cases.evaluate(iterable, scope))[index], scope)
        scope["__builtins__"] = builtins
        return scope

    def _call(self, tree, scope: dict, args: list) -> object:
        if not isinstance(tree, ast.Call):
            return cases.evaluate(tree, scope)
        function = cases.evaluate(tree.func, scope)
        positional: list = []
        for part in tree.args:
            if isinstance(part, ast.Starred):
                positional += cases.evaluate(part.value, scope)
            else:
                positional.append(cases.evaluate(part, scope))
        named: dict = {}
        for part in tree.keywords:
            value = cases.evaluate(part.value, scope)
            named.update(value if part.arg is None else {part.arg: value})
        args += positional
        args += named.values()
        return function(*positional, **named)

    def describe_exception(self, error: BaseException) -> str:
        if isinstance(error, RecursionError):
            return "RecursionError"  # where the stack ends is the world's own affair
        text = f"{_name(type(error))}: {error}\n  at {self._place(error)}"
        depth, cause = 0, error
        while depth < CONTEXT_DEPTH:
            link = "cause" if cause.__cause__ is not None else "context"
            cause = cause.__cause__ if cause.__cause__ is not None else cause.__context__
            if cause is None:
                break
            text += f"\n  {link}: {_name(type(cause))}: {cause}"
            depth += 1
        return text

    def _place(self, error: BaseException) -> str:
        """The innermost frame in the module."""
        place = "no frame of the module"
        step = error.__traceback__
        while step is not None:
            code = step.tb_frame.f_code
            if os.path.basename(code.co_filename) == self.filename:
                place = f"line {step.tb_lineno} in {code.co_name}"
            step = step.tb_next
        return place


@contextlib.contextmanager
def _captured() -> Iterator[dict[int, str]]:
    """What goes to the file descriptors 1 and 2 while the context is open: C's printf, unraisable errors."""
    texts: dict[int, str] = {}
    with tempfile.TemporaryFile("w+", errors="replace") as out, tempfile.TemporaryFile("w+", errors="replace") as err:
        files = {1: out, 2: err}
        _flush()
        kept = {fd: os.dup(fd) for fd in files}
        for fd, file in files.items():
            os.dup2(file.fileno(), fd)
        try:
            yield texts
        finally:
            _flush()
            for fd, file in files.items():
                os.dup2(kept[fd], fd)
                os.close(kept[fd])
                file.seek(0)
                texts[fd] = _without_frames(file.read())


def _flush() -> None:
    for stream in (sys.__stdout__, sys.__stderr__):
        stream.flush()
    ctypes.CDLL(None).fflush(None)


def _without_frames(text: str) -> str:
    """Without tracebacks' frames, which are the runner's, and without an exception that is printed again as ignored."""
    text = re.sub(r"^Traceback \(most recent call last\):\n(  .*\n)*", "", text, flags=re.MULTILINE)
    return re.sub(r"^(.+)\n(Exception ignored in: .*\n)\1\n", r"\2\1\n", text, flags=re.MULTILINE)


def seen_alone(call: cases.Call, world: World) -> dict[str, str]:
    """What a call did, with what C printed; the place of an exception stands apart from its text."""
    with _captured() as texts:
        seen = world.run(call)
    raised = seen["raised"].splitlines()
    seen["place"] = next((line[5:] for line in raised if line.startswith("  at ")), "")
    seen["raised"] = "\n".join(line for line in raised if not line.startswith("  at "))
    return {**seen, "printed": texts[1], "stderr": texts[2]}


def _mentions(message: str, word: str) -> bool:
    """What the case writes in quotes stands in quotes in the message, of any kind; anything else just stands there."""
    if word.startswith("'"):
        return re.search(rf"['`\"]{re.escape(word[1:-1])}['`\"]", message) is not None
    return word in message


def compare(call: cases.Call, oracle: World, compiled: World) -> dict[str, tuple[str, str]]:
    """The parts that differ, as (expected, got). Empty where the worlds agree."""
    expected = oracle.run(call)
    got = compiled.run(call)
    wish = call.expectation
    differing = {part: (expected[part], got[part]) for part in expected if expected[part] != got[part]}
    if wish is None or (not differing and wish.deviation in MAY_AGREE):
        return differing
    if wish.kind == "returns":
        want = describe(eval(wish.value, oracle.scope(call)))
        if got["raised"]:
            return {"raised": ("", got["raised"])}
        return {} if got["result"] == want else {"result": (want, got["result"])}
    kind, _, message = got["raised"].partition(":")
    if kind not in (wish.exception or "").split("|"):
        return {"raised": (wish.exception or "", got["raised"] or f"returned {got['result']}")}
    message = message.partition("\n  at ")[0]
    missing = [word for word in wish.words if not _mentions(message, word)]
    if missing:
        return {"message": (f"words {missing}", got["raised"])}
    if wish.kind == "refused":
        fresh = oracle.untouched(call)
        if fresh != got["arguments"]:
            return {"arguments": (fresh, got["arguments"])}
        if got["stdout"]:
            return {"stdout": ("", got["stdout"])}
    return {}
