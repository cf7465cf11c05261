"""Calls into compiled code against the interpreted original: results, errors, tracebacks, and what functions are."""

import array
import contextlib
import copy
import functools
import gc
import inspect
import mmap
import pickle
import shutil
import sys
import threading
import traceback
import weakref

import numpy as np
import pytest


def outcome(call, module):
    """What a call gives, or the text of its traceback below the test's own frames."""
    try:
        value = call(module)
    except Exception as error:  # noqa: BLE001 - whatever the call raises
        frames = "".join(traceback.format_exception(error))
        return "raised", frames[frames.find("sample.py") :] if "sample.py" in frames else frames.splitlines()[-1]
    return type(value), value


SAME = {
    "scalar": lambda m: m.scaled(2.0),
    "scalar from int": lambda m: m.ratio(1, 4),
    "positional or keyword": lambda m: m.ratio(b=2.0, a=1.0),
    "string": lambda m: m.shout("h\u00e9 \U0001f600 \ud800"),
    "empty string": lambda m: m.shout(""),
    "bytes": lambda m: m.checksum(bytes(range(256))),
    "list": lambda m: m.total([1.5, 2.5]),
    "integer beyond 64 bits": lambda m: m.factorial(25),
    "integer argument beyond 64 bits": lambda m: m.factorial(-(10**30)),
    "options, few": lambda m: m.options(1.0, d=4.0),
    "options, all": lambda m: m.options(1.0, 2.0, 3.0, 4, "x", d=6.0, e=7.0, b=8),
    "method": lambda m: m.Point(3).scaled_by(2.0),
    "method through the class": lambda m: m.Point.scaled_by(m.Point(3), k=2.0),
    "static method": lambda m: m.Point(1).half(3.0),
    "decorated": lambda m: (m.cached(2.0), m.cached(2.0)),
    "native recursion": lambda m: m.deep(500),
    "callback": lambda m: m.calls_back(lambda n: n * 10, 4),
    "operation fails": lambda m: m.ratio(1.0, 0.0),
    "library function fails": lambda m: m.scaled(-1.0),
    "index outside, two frames": lambda m: m.outer(np.arange(3.0), 1),
    "index outside the other way": lambda m: m.pick(np.arange(3.0), -4),
    "local not bound": lambda m: m.unset(-1.0),
    "callback fails": lambda m: m.calls_back(int.__len__ if hasattr(int, "__len__") else len, 4),
    "second argument too short": lambda m: m.axpy(1.0, np.ones(3), np.ones(2)),
    "missing argument": lambda m: m.ratio(1.0),
    "missing arguments": lambda m: m.ratio(),
    "too many arguments": lambda m: m.ratio(1.0, 2.0, 3.0),
    "unknown keyword": lambda m: m.ratio(1.0, 2.0, c=3.0),
    "argument twice": lambda m: m.ratio(1.0, a=2.0),
    "missing keyword-only": lambda m: m.options(1.0),
    "positional-only missing": lambda m: m.options(d=1.0),
    "missing self": lambda m: m.Point.scaled_by(),
    "method with too many": lambda m: m.Point(1).scaled_by(1.0, 2.0),
}


@pytest.mark.parametrize("name", SAME)
def test_same_as_interpreted(name, compiled, interpreted):
    assert outcome(SAME[name], compiled) == outcome(SAME[name], interpreted)


def test_values_leave_no_traceback_of_their_own(compiled):
    with pytest.raises(ZeroDivisionError) as caught:
        compiled.ratio(1.0, 0.0)
    names = [frame.name for frame in traceback.extract_tb(caught.value.__traceback__)]
    assert names[1:] == ["ratio"]
    frame = caught.value.__traceback__.tb_next.tb_frame
    assert frame.f_globals is vars(compiled) and frame.f_code.co_qualname == "ratio"


def test_arrays(compiled):
    x, y = np.arange(5.0), np.ones(5)
    assert compiled.axpy(2.0, x, y) is None
    assert y.tolist() == [1.0, 3.0, 5.0, 7.0, 9.0]
    assert compiled.same(x) is x
    part = compiled.tail(x)
    assert part.base is x and part.tolist() == [1.0, 2.0, 3.0, 4.0] and part.flags.writeable
    assert compiled.tail(x[::-1]).tolist() == [3.0, 2.0, 1.0, 0.0]
    assert compiled.tail(x[::-1]).base is x
    assert compiled.tail(np.broadcast_to(3.0, 4)).tolist() == [3.0, 3.0, 3.0]
    assert not compiled.tail(np.broadcast_to(3.0, 4)).flags.writeable
    assert compiled.doubled(np.zeros((0, 3))).shape == (0, 3)
    assert compiled.doubled(np.ones((1, 3), order="F")).tolist() == [[2.0, 2.0, 2.0]]


def test_new_arrays_are_numpys_own(compiled):
    new = compiled.doubled(np.ones((2, 3)))
    assert new.flags.owndata and new.flags.c_contiguous and new.flags.writeable and new.base is None
    new.resize((4, 3))
    assert new[:2].tolist() == [[2.0] * 3] * 2
    first, again, part = compiled.pair(np.arange(3.0))
    assert first is again and part.base is first
    del first, again
    gc.collect()
    assert part.tolist() == [2.0, 4.0]


def test_subclasses(compiled):
    class Own(np.ndarray):
        pass

    own = np.arange(3.0).view(Own)
    assert compiled.same(own) is own and compiled.pick(own, 1) == 1.0
    with pytest.raises(TypeError, match="got MaskedArray"):
        compiled.same(np.ma.zeros(3))


def test_buffers(compiled):
    values = array.array("d", [1.0, 2.0, 3.0])
    assert compiled.same(values) is values
    compiled.axpy(1.0, np.ones(3), values)
    assert values.tolist() == [2.0, 3.0, 4.0]
    part = compiled.tail(values)
    assert isinstance(part, np.ndarray) and part.tolist() == [3.0, 4.0]
    part[0] = 9.0
    assert values[1] == 9.0
    with pytest.raises(BufferError):
        values.append(1.0)
    del part
    values.append(1.0)
    assert compiled.pick(memoryview(np.arange(4.0))[::-2], 1) == 1.0
    assert compiled.pick(mmap.mmap(-1, 16).__class__ and memoryview(bytes(16)).cast("d"), 1) == 0.0
    with pytest.raises(ValueError, match="argument 'y': expected float64.*got a read-only buffer"):
        compiled.axpy(1.0, np.ones(1), memoryview(bytes(8)).cast("d"))
    with pytest.raises(TypeError, match="got array of format 'i' with 1 dimension"):
        compiled.same(array.array("i", [1]))


WRONG = {
    "dtype": (TypeError, np.ones(2, np.float32), "got float32 array with 1 dimension"),
    "rank": (TypeError, np.ones((2, 2)), "got float64 array with 2 dimensions"),
    "byte order": (ValueError, np.ones(2, ">f8"), "got an array whose byte order is not the machine's"),
    "alignment": (ValueError, np.zeros(17, np.uint8)[1:].view(np.float64), "got an array that is not aligned"),
    "list": (TypeError, [1.0], "got list"),
    "none": (TypeError, None, "got None"),
    "objects": (TypeError, np.ones(2, object), "got object array with 1 dimension"),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_arrays(name, compiled):
    kind, value, got = WRONG[name]
    with pytest.raises(kind) as caught:
        compiled.same(value)
    assert str(caught.value) == f"same() argument 'x': expected float64[:], {got}"


def test_layout_and_writability(compiled):
    with pytest.raises(ValueError, match=r"expected float64\[:, ::1\], got an array that is not C-contiguous"):
        compiled.doubled(np.ones((2, 2))[:, ::-1])
    frozen = np.ones(3)
    frozen.flags.writeable = False
    assert compiled.pick(frozen, 0) == 1.0
    with pytest.raises(ValueError, match=r"axpy\(\) argument 'y': expected float64\[:\], got a read-only array"):
        compiled.axpy(1.0, np.ones(3), frozen)


def test_scalars(compiled):
    for value in "1", None, 1j, [1.0], np.ones(1):
        with pytest.raises(TypeError, match=r"ratio\(\) argument 'a': expected float, got "):
            compiled.ratio(value, 1.0)
    for value in 1.0, "1", np.float64(1):
        with pytest.raises(TypeError, match=r"factorial\(\) argument 'n': expected int, got "):
            compiled.factorial(value)

    class Five:
        def __index__(self):
            return 5

        def __float__(self):
            raise LookupError("no float")

    assert compiled.factorial(Five()) == compiled.factorial(np.int8(5)) == 120
    assert compiled.factorial(True) == 1
    assert type(compiled.ratio(np.float64(1.0), np.int32(4))) is float
    with pytest.raises(LookupError, match="no float"):
        compiled.ratio(Five(), 1.0)
    with pytest.raises(TypeError, match=r"expected list\[float\], got str as element 1"):
        compiled.total([1.0, "x"])


def test_effects_cannot_run_again(compiled):
    x = np.zeros(1, np.int64)
    with pytest.raises(OverflowError, match="line 67 leaves 64 bits") as caught:
        compiled.bump(x, 30)
    assert traceback.extract_tb(caught.value.__traceback__)[-1].lineno == 67


def test_recursion_and_panics(compiled):
    with pytest.raises(RecursionError, match="^maximum recursion depth exceeded$"):
        compiled.deep(10**9)
    results = []
    thread = threading.Thread(target=lambda: results.append(pytest.raises(RecursionError, compiled.deep, 10**9)))
    thread.start()
    thread.join()
    assert len(results) == 1
    with pytest.raises(SystemError, match="internal error in compiled code: negative: -1.*bug of pyrx"):
        compiled.panics(-1.0)


ATTRIBUTES = [
    "__name__",
    "__qualname__",
    "__doc__",
    "__module__",
    "__defaults__",
    "__kwdefaults__",
    "__annotations__",
]


def test_function_attributes(compiled, interpreted):
    for name in ("scaled", "axpy", "options"):
        ours, theirs = getattr(compiled, name), getattr(interpreted, name)
        for attribute in ATTRIBUTES:
            assert getattr(ours, attribute) == getattr(theirs, attribute), attribute
        assert inspect.signature(ours) == inspect.signature(theirs)
        assert inspect.getsource(ours) == inspect.getsource(theirs)
    assert compiled.options.__wrapped__.__code__ is compiled.options.__code__
    assert compiled.options.__globals__ is vars(compiled)
    assert repr(compiled.options).startswith("<compiled function options at 0x")
    assert type(compiled.options).__name__ == "compiled_function"
    with pytest.raises(AttributeError, match="'function' object has no attribute 'nothing'"):
        compiled.options.nothing  # noqa: B018 - asking raises


def test_attributes_are_settable(compiled):
    function = compiled.options
    function.note = 1
    assert function.note == 1 and function.__dict__ == {"note": 1}
    before = function.__defaults__
    function.__defaults__ = (20.0, 30.0)
    try:
        assert function(1.0, d=2.0)[:3] == (1.0, 20.0, 30.0)
    finally:
        function.__defaults__ = before
        del function.note
    wrapper = functools.wraps(function)(lambda *args: None)
    assert wrapper.__name__ == "options" and wrapper.__wrapped__ is function


def test_identity_of_functions(compiled):
    assert pickle.loads(pickle.dumps(compiled.axpy)) is compiled.axpy
    assert pickle.loads(pickle.dumps(compiled.Point.scaled_by)) is compiled.Point.scaled_by
    assert copy.deepcopy(compiled.axpy) is compiled.axpy
    assert weakref.ref(compiled.axpy)() is compiled.axpy
    assert gc.is_tracked(compiled.axpy)
    assert len({compiled.axpy, compiled.axpy, compiled.same}) == 2
    point = compiled.Point(2)
    assert point.scaled_by.__self__ is point and point.scaled_by.__func__ is compiled.Point.scaled_by
    assert isinstance(compiled.cached, functools._lru_cache_wrapper)


def test_references_balance(compiled):
    x, y, values = np.ones(3), np.ones(3), [1.0, 2.0]
    point = compiled.Point(2.0)

    def failing():
        for call in (compiled.ratio, 1.0, 0.0), (compiled.pick, x, 9), (compiled.same, values), (compiled.bump, x, 1):
            with contextlib.suppress(Exception):
                call[0](*call[1:])

    def run(times):
        for _ in range(times):
            compiled.axpy(0.0, x, y)
            compiled.same(x)
            compiled.tail(x)
            compiled.pair(x)
            compiled.total(values)
            compiled.shout("abc")
            point.scaled_by(2.0)
            compiled.options(1.0, 2.0, 3.0, x, d=1.0, z=y)
            compiled.factorial(21)
            failing()

    run(100)
    gc.collect()
    blocks, counts = sys.getallocatedblocks(), [sys.getrefcount(thing) for thing in (x, y, values, point, None, 1.0)]
    run(3000)
    gc.collect()
    after = [sys.getrefcount(thing) for thing in (x, y, values, point, None, 1.0)]
    assert after[:4] == counts[:4] and abs(after[4] - counts[4]) < 100
    # One lost block a round would be 3000.
    assert sys.getallocatedblocks() - blocks < 1000


def test_broken_assumption(compiled):
    assert any("broken runs interpreted: the global 'OTHER'" in text for text in compiled.import_warnings)
    assert len(compiled.import_warnings) == 1
    assert compiled.broken(1.0) == 3.0


def test_namespace_is_clean(compiled, interpreted):
    mine = {name for name in vars(compiled) if not name.startswith("import_")}
    assert mine - {"__file__"} == set(vars(interpreted)) - {"__file__", "__cached__"}
    assert compiled.__doc__ == interpreted.__doc__
    assert "numba" not in sys.modules


def test_changed_source_runs_instead(folder, tmp_path, python):
    for file in folder.iterdir():
        if file.is_file():
            shutil.copy(file, tmp_path)
    source = (tmp_path / "sample.py").read_text()
    edited = source.replace("from numba import njit", "njit = lambda **o: lambda f: f\nNEW = 5")
    (tmp_path / "sample.py").write_text(edited.replace("from pyrx import prange", "prange = range"))
    out, err = python("import sample; print(type(sample.ratio).__name__, sample.NEW)", folder=tmp_path)
    assert out == "function 5\n"
    assert err.count("RuntimeWarning") == 1 and "pyrx build" in err
    (tmp_path / "sample.py").write_bytes(source.replace("\n", "\r\n").encode())
    out, err = python("import sample; print(type(sample.ratio).__name__)", folder=tmp_path)
    assert out == "compiled_function\n" and "has changed" not in err


def test_an_extension_of_another_python_says_how_to_compile_it(folder, tmp_path, python):
    library = next(path for path in folder.iterdir() if path.name.startswith("sample.") and path.suffix != ".py")
    shutil.copy(library, tmp_path / library.name.replace("sample", "elsewhere"))
    script = "try:\n    import elsewhere\nexcept ImportError as error:\n    print(error)"
    said = python(script, folder=tmp_path)[0]
    version = "{}.{}".format(*sys.version_info)
    assert f"elsewhere was compiled by pyrx for CPython 2.7, and this is CPython {version}" in said
    assert f"`pyrx build --python python{version}" in said and "elsewhere.py`" in said


def test_without_source(folder, tmp_path, python):
    for file in folder.iterdir():
        if file.is_file() and file.suffix != ".py":
            shutil.copy(file, tmp_path)
    out, _ = python(
        "import sample, traceback\ntry: sample.ratio(1.0, 0.0)\nexcept ZeroDivisionError: print(traceback.format_exc())",
        folder=tmp_path,
    )
    assert "line 42, in ratio\n    return (a\n" in out


def test_runs_as_main(python):
    out, _ = python(
        "import sys; sys._pyrx_run_as_main = 'sample'; import sample; print(sample.__name__, sample.ratio.__module__)"
    )
    assert out == "__main__ __main__\n"


def test_a_subinterpreter_is_told_that_it_cannot(python):
    inner = "try:\\n    import sample\\nexcept ImportError as error:\\n    print(error, flush=True)"
    out, _ = python(
        "try:\n    import _interpreters as interpreters\nexcept ImportError:\n    import _xxsubinterpreters as interpreters\n"
        "import sample, sys\n"
        f"interpreters.run_string(interpreters.create(), 'import sys; sys.path[:] = ' + repr(sys.path) + '\\n{inner}')\n"
        "print(sample.ratio(1.0, 4.0))"
    )
    assert out == "sample was compiled by pyrx, and does not run in a subinterpreter\n0.25\n"
