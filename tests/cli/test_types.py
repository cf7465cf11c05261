"""`pyrx types` and `--types-from`: types from a script that calls the module."""

import json
import subprocess
import sys

import pytest
from command import ROOT

sys.path.append(str(ROOT / "tests" / "package"))
from environments import pythons

HEAD = "import numpy as np\nimport kernel\n"


def types(project, source, calls, *options, status=0):
    """What is said of a module that a script makes calls of: standard output, the error stream."""
    project.write("kernel.py", source)
    project.write("use.py", HEAD + calls)
    done = project.pyrx("types", *options, "kernel.py", "--", "use.py", status=status)
    return done.stdout.splitlines(), done.stderr.splitlines()


def signature(project, source, *arguments):
    """The header that calls of `f` give it."""
    said, notes = types(project, source, "".join(f"kernel.f({one})\n" for one in arguments))
    headers = [line.partition("def f")[2] for line in said]
    return headers[0] if headers else notes


@pytest.mark.parametrize(
    ("arguments", "annotation"),
    [
        (["1"], "int"),
        (["True"], "bool"),
        (["True", "1"], "int"),
        (["1", "2.5"], "float"),
        (["True", "2.5"], "float"),
        (["2**53", "2.5"], "float"),
        (["2**200"], "int"),
        (["1j"], "complex"),
        (["'text'"], "str"),
        (["b'bytes'"], "bytes"),
        (["np.float64(1)"], "float"),  # the module does not import NumPy
        (["np.int64(1)", "2"], "int"),
        (["np.float64(1)", "2"], "float"),
        (["np.bool_(True)", "False"], "bool"),
        (["np.arange(3.0)"], '"float64[:]"'),
        (["np.arange(3.0)", "np.arange(3.0)[::-1]"], '"float64[:]"'),
        (["np.ones((2, 3), order='F')"], '"float64[:, :]"'),
        (["np.ones((2, 3, 4), np.int8)"], '"int8[:, :, :]"'),
        (["np.ones(3, bool)"], '"bool_[:]"'),
        (["np.empty(0, np.complex64)"], '"complex64[:]"'),
        (["np.broadcast_to(1.0, (3, 3))"], '"float64[:, :]"'),  # read-only, strides of zero
        (["[1, 2]"], "list[int]"),
        (["[1, 2.5]"], "list[float]"),
        (["[]", "[1]"], "list[int]"),
        (["[True]", "[1.5]"], "list[float]"),
        (["[[1], [2.5]]"], "list[list[float]]"),
        (["['a']"], "list[str]"),
        (["(1, 2.5)", "(1.5, 2)"], "tuple[float, float]"),
        (["((1, 2), 'a')"], "tuple[tuple[int, int], str]"),
        (["[(1, 2.0)]"], "list[tuple[int, float]]"),
    ],
)
def test_a_parameter(project, arguments, annotation):
    assert signature(project, "def f(x):\n    return x\n", *arguments) == f"(x: {annotation})"


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["object()"], "there is no type for object"),
        (["{}"], "there is no type for dict"),
        (["len"], "there is no type for builtin_function_or_method"),
        (["range(3)"], "there is no type for range"),
        (["np.array(1.0)"], "there is no type for a 0-dimensional array"),
        (["np.ones(2, '>f8')"], "there is no type for >f8 array"),
        (["np.ones(2, np.float16)"], "there is no type for a float16 array"),
        (["np.ones(2, object)"], "there is no type for a object array"),
        (["np.array(['a'])"], "there is no type for a str32 array"),
        (["np.zeros(2, 'i4,f8')"], "there is no type for a void96 array"),
        (["np.frombuffer(bytes(17), np.uint8)[1:].view(float)"], "there is no type for unaligned float64 array"),
        (["np.ma.array([1.0])"], "there is no type for numpy.ma.MaskedArray"),
        (["np.float32(1)"], "`numpy.float32` can be written only where the module imports numpy"),
        (["np.float32(1)", "1"], "int and NumPy's float32 cannot be told apart by overloads"),
        (["np.datetime64('2020')"], "there is no type for NumPy's datetime64[Y]"),
        (["[]"], "the lists were empty"),
        (["[1, 'a']"], "there is no type for items that are int and str"),
        (["[np.ones(2)]"], "there is no type for items that are 1-dimensional float64 array"),
        (["()"], "there is no type for an empty tuple"),
        (["(1, None)"], "there is no type for items that are None"),
        (["tuple(range(99))"], "there is no type for tuple of 99 items"),
        (["[[[[1]]]]"], "there is no type for items that are"),
        (["1", "object()"], "there is no type for object"),
        (["None", "1"], "`x` was given int and None: `--stub` writes overloads"),
        (["2**53 + 1", "1.5"], "`x` was given an int beyond 2**53 and float: `--stub` writes overloads"),
        (["np.ones(2)", "np.ones((2, 2))"], "1-dimensional float64 array and 2-dimensional float64 array: `--stub`"),
        (["__import__('enum').IntEnum('E', 'A').A"], "there is no type for __main__.E"),
        (["type('x\\n\\u202e\"`', (int,), {})()"], "there is no type for __main__.x\\u{a}\\u{202e}\"`"),
    ],
)  # fmt: skip
def test_a_parameter_without_a_type(project, arguments, reason):
    said, notes = types(project, "def f(x):\n    return x\n", "".join(f"kernel.f({one})\n" for one in arguments))
    assert said == [] and len(notes) == 1 and reason in notes[0] and notes[0].startswith("kernel.py:1: f: `x`")


SHAPES = """\
import numpy as np


def plain(a, b=1, *rest, c, d=None, **more):
    return a


def only(a, /, b):
    return a


class Point:
    scale = 1

    def __init__(self, x, y=0.0):
        self.x = x

    @staticmethod
    def made(n):
        return n

    @classmethod
    def of(cls, x):
        return cls(x)

    @property
    def norm(self):
        return self.x

    def __private(self, __k):
        return __k

    def call(self):
        return self.__private(2)

    class Inner:
        def f(self, z):
            return z


def generator(n):
    yield n


def outer(n):
    def inner(m):
        return m

    return inner(n)


def typed(x: int):
    return x


def no_parameters():
    return 1


if True:

    def twice(x):
        return x

    @np.vectorize
    def spread(x):
        return x

else:

    def twice(x):
        return -x


def never(x):
    return x


def größe(naïve):
    return naïve
"""

SHAPE_CALLS = """\
kernel.plain(np.float32(1), 2.5, "rest", object(), c=[1], more=1)
kernel.only(1, b=2)
p = kernel.Point.of(3)
kernel.Point(1.5, y=2)
p.made(4)
p.norm
p.call()
kernel.Point.Inner().f("z")
list(kernel.generator(3))
kernel.outer(2)
kernel.typed(3)
kernel.no_parameters()
kernel.twice(1)
kernel.spread(np.arange(3))
kernel.größe(1)
"""


def test_functions_of_all_kinds(project):
    said, notes = types(project, SHAPES, SHAPE_CALLS)
    assert [line.partition(": ")[2] for line in said] == [
        "def plain(a: np.float32, b: float = ..., *rest, c: list[int], d=..., **more)",
        "def only(a: int, /, b: int)",
        "def __init__(self, x: float, y: float = ...)",
        "def made(n: int)",
        "def of(cls, x: int)",
        "def __private(self, __k: int)",
        "def f(self, z: str)",
        "def twice(x: int)",
        "def spread(x: int)",
        "def größe(naïve: int)",
    ]
    assert any("plain: `d` is left without a type: it was only None; `--stub` states that" in note for note in notes)
    assert any("generator: it stays Python whatever its types: it is a generator" in note for note in notes)
    assert any("outer: it stays Python whatever its types" in note for note in notes)
    assert notes[-1] == "not called by the script: twice, never"


def test_write_keeps_all_other_bytes(project):
    source = SHAPES.replace("\n", "\r\n").replace("1, *rest", "1 ,  # why\r\n          *rest") + "# end\f\t"
    types(project, source, SHAPE_CALLS, "--write")
    written = (project.folder / "kernel.py").read_bytes()
    expected = source
    for old, new in [
        ("plain(a, b=1", "plain(a: np.float32, b: float=1"),
        ("c, d=None", "c: list[int], d=None"),
        ("only(a, /, b)", "only(a: int, /, b: int)"),
        ("x, y=0.0", "x: float, y: float=0.0"),
        ("made(n)", "made(n: int)"),
        ("of(cls, x)", "of(cls, x: int)"),
        ("__k)", "__k: int)"),
        ("f(self, z)", "f(self, z: str)"),
        ("twice(x)", "twice(x: int)"),
        ("spread(x)", "spread(x: int)"),
        ("größe(naïve)", "größe(naïve: int)"),
    ]:
        expected = expected.replace(old, new, 1)
    assert written == expected.encode()
    project.python("import kernel; assert kernel.only(1, 2) == 1")
    # Typed now: a second time there is nothing to do.
    _, notes = types(project, written, SHAPE_CALLS, "--write")
    assert "there is nothing to write" in notes and (project.folder / "kernel.py").read_bytes() == written


def test_write_into_a_link_and_under_a_mark(project):
    project.write("real.py", b"\xef\xbb\xbfdef f(x):\n    return x\n").chmod(0o755)
    (project.folder / "kernel.py").symlink_to("real.py")
    project.write("use.py", "import kernel\nkernel.f(1)\n")
    project.pyrx("types", "--write", "kernel.py", "--", "use.py")
    real = project.folder / "real.py"
    assert real.read_bytes() == b"\xef\xbb\xbfdef f(x: int):\n    return x\n"
    assert (project.folder / "kernel.py").is_symlink() and real.stat().st_mode & 0o777 == 0o755


def test_a_module_that_changes_meanwhile_is_not_written(project):
    calls = "kernel.f(1)\nopen(kernel.__file__, 'a').write('# more\\n')\n"
    _, notes = types(project, "def f(x):\n    return x\n", calls, "--write", status=2)
    assert "changed while the script ran" in notes[0]
    assert (project.folder / "kernel.py").read_text() == "def f(x):\n    return x\n# more\n"


def test_names_that_the_module_gives_another_meaning(project):
    source = "float = list = object\n\n\ndef f(x, y, z):\n    return x\n"
    said, notes = types(project, source, "kernel.f(1.5, [1], 2)\n")
    assert said == ["kernel.py:4: def f(x, y, z: int)"]
    assert "`x` is left without a type: `float` has another meaning in this module" in notes[0]


def test_names_that_a_class_gives_another_meaning(project):
    source = "class P:\n    def list(self, n):\n        return n\n\n    def f(self, xs, n):\n        return xs\n"
    types(project, source, "kernel.P().f([1], 2)\nkernel.P().list(1)\n", "--write")
    written = (project.folder / "kernel.py").read_text()
    assert written == source.replace("xs, n)", 'xs: "list[int]", n: "int")').replace(
        "list(self, n)", 'list(self, n: "int")'
    )
    project.python("import kernel; assert kernel.P().f([1], 2) == [1]")
    assert "interpreted" not in project.pyrx("check", "kernel.py").stdout.replace("left to", "")


def test_names_that_a_stub_would_give_another_meaning(project):
    source = "class pyrx:\n    def f(self, x):\n        return x\n"
    _, notes = types(project, source, "kernel.pyrx().f(np.ones(2))\n", "--stub", status=2)
    assert "the types of `pyrx.f` would not be read back; nothing is written" in notes[0]
    assert "kernel.pyi" not in project.names()


@pytest.mark.parametrize("name", ["01-intro.py", "a b.py", 'quo"te.py', "größe.py", "-m.py", "x\ny.py"])
def test_names_of_files(project, name):
    project.write(name, "def f(x):\n    return x\n\n\nf(1)\n")
    done = project.pyrx("types", "--write", "./" + name)
    assert "types of 1 function" in done.stderr
    assert (project.folder / name).read_text().startswith("def f(x: int):")


def test_imports_decide_how_types_are_written(project):
    function = "def f(a, b):\n    return a\n"
    calls = "kernel.f(np.ones(2), np.float32(1))\n"
    said, _ = types(project, f"import pyrx\nimport numpy\n\n\n{function}", calls)
    assert said == ["kernel.py:5: def f(a: pyrx.float64[:], b: numpy.float32)"]
    said, _ = types(project, f"import pyrx as p, numpy as n\n\n\n{function}", calls)
    assert said == ["kernel.py:4: def f(a: p.float64[:], b: n.float32)"]
    # Bound too late for an annotation that is evaluated.
    said, _ = types(project, f"{function}\n\nimport pyrx\nimport numpy as np\n", calls, "--write")
    written = (project.folder / "kernel.py").read_text()
    assert 'def f(a: "pyrx.float64[:]", b: "np.float32"):' in written
    assert project.pyrx("check", "--strict", "kernel.py")


def test_contiguous(project):
    calls = "kernel.f(np.ones(2), np.ones((2, 2)), np.ones((2, 2), order='F'), np.ones((2, 2))[:, ::2])\n"
    said, notes = types(project, "def f(a, b, c, d):\n    return a\n", calls, "--contiguous")
    assert said == [
        'kernel.py:1: def f(a: "float64[::1]", b: "float64[:, ::1]", c: "float64[::1, :]", d: "float64[:, :]")'
    ]
    assert "`a` was contiguous in every call; others are refused" in notes[0]


OVERLOADS = """\
def f(x, y=None):
    return x * 2 if y is None else x * y


def g(x):
    total = 0.0
    for v in x:
        total += v
    return total


class Point:
    def scaled(self, x):
        return x + x


def alone(x):
    return x
"""

OVERLOAD_CALLS = """\
kernel.f(2**53 + 1)
kernel.f(1.5, 2.0)
kernel.g(np.ones(2))
kernel.g(np.arange(3))
kernel.g(np.arange(4)[::-2])
kernel.g([1, 2])
kernel.Point().scaled(1)
kernel.Point().scaled(1j)
kernel.alone(object())
"""


def test_stub(project):
    _, notes = types(project, OVERLOADS, OVERLOAD_CALLS, "--stub")
    assert (project.folder / "kernel.pyi").read_text() == (
        "from typing import overload\nimport pyrx\n\n"
        "@overload\ndef f(x: int, y: None = ...): ...\n"
        "@overload\ndef f(x: float, y: None = ...): ...\n"
        "@overload\ndef f(x: float, y: float = ...): ...\n"
        "@overload\ndef g(x: pyrx.float64[:]): ...\n"
        "@overload\ndef g(x: pyrx.int64[:]): ...\n"
        "@overload\ndef g(x: list[int]): ...\n"
        "class Point:\n"
        "    @overload\n    def scaled(self, x: int): ...\n"
        "    @overload\n    def scaled(self, x: complex): ...\n"
    )
    assert (project.folder / "kernel.py").read_text() == OVERLOADS
    assert any("alone: `x` is left without a type: there is no type for object" in note for note in notes)
    assert notes[0].endswith("kernel.pyi: types of 3 functions")
    # What is stated stays; what is new comes behind it.
    more = OVERLOADS + "\n\ndef more(x):\n    return x\n"
    before = (project.folder / "kernel.pyi").read_text()
    types(project, more, OVERLOAD_CALLS + "kernel.more(1)\n", "--stub")
    assert (project.folder / "kernel.pyi").read_text() == before + "\ndef more(x: int): ...\n"


def test_a_header_of_cython_is_not_hidden(project):
    project.write("kernel.pxd", "cpdef int f(int x)\n")
    _, notes = types(project, "def f(x):\n    return x\n", "kernel.f(1)\n", "--stub", status=2)
    assert "a stub would hide it" in notes[0] and "kernel.pyi" not in project.names()


def test_export_lines(project):
    said, notes = types(project, OVERLOADS, OVERLOAD_CALLS, "--pythran")
    assert said == [
        "#pythran export f(int, None?)",
        "#pythran export f(float, None?)",
        "#pythran export f(float, float?)",
        "#pythran export g(float64[:])",
        "#pythran export g(int64[:])",
        "#pythran export g(int list)",
    ]
    assert any("scaled: it has no export line: Pythran exports no methods" in note for note in notes)


def test_export_lines_in_the_source(project):
    source = "import functools\n\n\nif True:\n    @functools.cache\n    def f(t):\n        return t\n\n\ndef k(*, x):\n    return x\n"
    _, notes = types(project, source, "kernel.f((1, 2.5))\nkernel.k(x=1)\n", "--pythran", "--write")
    line = "#pythran export f((int, float))\n"
    assert (project.folder / "kernel.py").read_text() == source.replace("    @func", f"{line}    @func")
    assert "k: it has no export line: Pythran has no word for parameters with a star" in notes[0]


# --- the script

WITNESS = """\
import sys, threading, os
import kernel
assert __name__ == "__main__" and sys.modules["__main__"].__dict__ is globals()
assert sys.argv == ["sub/use.py", "-v", "--", "a b"], sys.argv
assert sys.path[0] == os.path.dirname(__file__) == os.path.abspath("sub"), sys.path
assert sys.excepthook is sys.__excepthook__
assert not [name for name in globals() if name.startswith("_") and not name.startswith("__")]
thread = threading.Thread(target=kernel.f, args=(2.5,))
thread.start()
thread.join()
if os.fork() == 0:
    kernel.f("in a child")
    os._exit(0)
os.wait()
def recursive(n):
    kernel.f(n) if n == 0 else recursive(n - 1)
recursive(500)
print("out")
print("err", file=sys.stderr)
"""


def test_a_script_is_run_as_python_runs_it(project):
    project.write("sub/kernel.py", "def f(x):\n    return x\n")
    project.write("sub/use.py", WITNESS)
    done = project.pyrx("types", "sub/kernel.py", "--", "sub/use.py", "-v", "--", "a b")
    assert done.stdout == "out\n"
    assert done.stderr == "err\nsub/kernel.py:1: f: `x` was given int, float and str: `--stub` writes overloads\n"


def plain_run(project, *arguments, python=sys.executable):
    """What Python does with a script."""
    done = subprocess.run(
        [python, *arguments], cwd=project.folder, env=project.env, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    ("ending", "how"),
    [
        ("raise ValueError('wrong')", "status 1"),
        ("kernel.f(0)", "status 1"),
        ("import sys; sys.exit(3)", "status 3"),
        ("raise SystemExit('a message')", "status 1"),
        ("import os; os._exit(4)", "status 4"),
        ("import os; os.kill(os.getpid(), 9)", "signal 9"),
        ("raise KeyboardInterrupt", "signal 2"),
        ("def g(:", "status 1"),
        ("import sys; sys.excepthook = lambda *a: print('own', a[0])\nraise KeyError", "status 1"),
        ("try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    raise ValueError from e", "status 1"),
    ],
)
def test_a_script_that_fails(project, ending, how):
    project.write("kernel.py", "def f(x):\n    return 1 / x\n")
    project.write("use.py", f"import atexit\nimport kernel\natexit.register(kernel.f, 2.5)\nkernel.f(1)\n{ending}\n")
    done = project.pyrx("types", "kernel.py", "--", "use.py", status=1)
    _, out, err = plain_run(project, "use.py")
    assert done.stderr.startswith(err), "the traceback is Python's own"
    assert done.stdout.startswith(out)
    assert f"the script ended with {how}: what it would have called then is not known" in done.stderr
    if "def g(" not in ending:
        one_call = "_exit" in ending or "kill" in ending
        assert f"def f(x: {'int' if one_call else 'float'})" in done.stdout
    # Nothing is built from what is not known.
    said = project.pyrx("build", "--types-from", "use.py", "kernel.py", status=1).stderr
    assert f"use.py ended with {how}" in said and not project.extension().exists()


def test_exit_with_zero_is_no_failure(project):
    said, notes = types(project, "def f(x):\n    return x\n", "kernel.f(1)\nimport sys\nsys.exit()\n")
    assert said == ["kernel.py:1: def f(x: int)"] and notes == []


def test_the_module_is_the_script(project):
    project.write("kernel.py", 'def f(x):\n    return x\n\n\nif __name__ == "__main__":\n    print(f(2.5))\n')
    assert project.pyrx("types", "kernel.py").stdout == "2.5\nkernel.py:1: def f(x: float)\n"
    assert project.pyrx("types", "kernel.py", "--", "kernel.py").stdout == "2.5\nkernel.py:1: def f(x: float)\n"


def test_a_module_of_a_package(project):
    project.write("pkg/__init__.py", "from pkg.kernel import f\n\n\ndef here(x):\n    return x\n")
    project.write("pkg/kernel.py", "from . import helper\n\n\ndef f(x):\n    return helper.g(x)\n")
    project.write("pkg/helper.py", "def g(x):\n    return x\n")
    project.write("pkg/__main__.py", "import sys\nfrom pkg import f, here\nf(1)\nhere('a')\nprint(sys.argv[1:])\n")
    done = project.pyrx("types", "pkg/kernel.py", "--", "-m", "pkg", "-x")
    assert done.stdout == "['-x']\npkg/kernel.py:4: def f(x: int)\n"
    done = project.pyrx("types", "pkg/__init__.py", "--", "-m", "pkg")
    assert done.stdout == "[]\npkg/__init__.py:4: def here(x: str)\n"
    project.write("use.py", "import pkg.kernel\npkg.kernel.f(2.5)\n")
    assert "def g(x: float)" in project.pyrx("types", "pkg/helper.py", "--", "use.py").stdout


def test_a_script_with_names_of_pythons_modules(project):
    for name in ("json", "typing", "ast", "inspect", "runpy", "argparse", "types"):
        project.write(f"{name}.py", "WHO = 'own'\n")
    project.write("kernel.py", "def f(x):\n    return x\n")
    project.write(
        "use.py", "import json, ast, inspect, argparse, kernel\nprint(json.WHO + ast.WHO + inspect.WHO)\nkernel.f(1)\n"
    )
    assert project.pyrx("types", "kernel.py", "--", "use.py").stdout == "ownownown\nkernel.py:1: def f(x: int)\n"


def test_arguments_that_misbehave(project):
    calls = """\
class Liar:
    __class__ = int
    def __getattr__(self, name):
        raise RuntimeError(name)
    def __eq__(self, other):
        raise RuntimeError
    __hash__ = None
class Meta(type):
    def __getattribute__(cls, name):
        raise RuntimeError(name)
class Worse(metaclass=Meta):
    pass
kernel.f(Liar())
kernel.f(Worse())
class Dtype(np.float64):
    @property
    def dtype(self):
        raise RuntimeError
kernel.f(Dtype(1))
"""
    said, notes = types(project, "def f(x):\n    return x\n", calls)
    assert said == [] and "no type for __main__.Dtype, __main__.Liar and __main__.Worse" in notes[0]


def test_more_kinds_of_calls_than_are_kept(project):
    calls = "for n in range(300):\n    kernel.f(type(f't{n}', (), {})())\n"
    said, notes = types(project, "def f(x):\n    return x\n", calls)
    assert said == [] and notes == ["kernel.py:1: f: it was called with too many kinds of arguments"]


def test_nothing_is_called(project):
    said, notes = types(project, "def f(x):\n    return x\n\n\ndef g(y):\n    return y\n", "")
    assert said == [] and notes == ["not called by the script: f, g"]


def test_what_cannot_run(project):
    project.write("kernel.py", "def f(x):\n    return x\n")
    assert "there is no script no.py" in project.pyrx("types", "kernel.py", "--", "no.py", status=2).stderr
    assert "takes the name of a module" in project.pyrx("types", "kernel.py", "--", "-m", status=2).stderr
    assert "No module named nothing" in project.pyrx("types", "kernel.py", "--", "-m", "nothing", status=1).stderr
    assert "cannot read" in project.pyrx("types", "no.py", "--", "kernel.py", status=2).stderr
    project.write("kernel.pyx", "def f(int x):\n    return x\n")
    assert "states its types itself" in project.pyrx("types", "kernel.pyx", "--", "kernel.py", status=2).stderr
    project.write("kernel.py", "def f(x:\n")
    assert "P0101" in project.pyrx("types", "kernel.py", status=1).stderr


def test_a_trace_function_of_the_script(project):
    calls = "import sys\nkernel.f(1)\nsys.settrace(None)\nkernel.f(1.5)\n"
    said, notes = types(project, "def f(x):\n    return x\n", calls)
    if sys.version_info >= (3, 12):  # calls are seen by `sys.monitoring`
        assert said == ["kernel.py:1: def f(x: float)"] and notes == []
    else:
        assert said == ["kernel.py:1: def f(x: int)"] and "put a trace function of its own in place" in notes[0]


@pytest.mark.parametrize("python", pythons().values(), ids=pythons().keys())
def test_pythons(project, python):
    project.write("kernel.py", "class P:\n    def f(self, x, y=None):\n        return self.f(x - 1) if x else 1 / y\n")
    use = "import threading, kernel\nkernel.P().f(3, 1.5) if 0 else None\n"
    use += (
        "thread = threading.Thread(target=kernel.P().f, args=(0, 2))\nthread.start()\nthread.join()\nkernel.P().f(0)\n"
    )
    project.write("use.py", use)
    done = project.pyrx("types", "--python", python, "kernel.py", "--", "use.py", status=1)
    assert done.stdout == "kernel.py:2: def f(self, x: int, y=...)\n"
    _, _, err = plain_run(project, "use.py", python=python)
    assert done.stderr.startswith(err) and "`y` was given int and None" in done.stderr


def test_sources_are_run_beside_extensions(project):
    project.write("kernel.py", "def f(x):\n    return x\n")
    project.write("pkg/__init__.py", "")
    project.write("pkg/inner.py", "def f(x):\n    return x\n")
    project.pyrx("build", "kernel.py", "pkg/inner.py")
    use = "import kernel, pkg.inner\nkernel.f(1)\npkg.inner.f(2.5)\nprint(kernel.__file__[-3:], pkg.inner.__file__[-3:])\n"
    project.write("use.py", use)
    said = project.pyrx("types", "kernel.py", "--", "use.py").stdout
    assert said == ".py .so\nkernel.py:1: def f(x: int)\n"
    said = project.pyrx("types", "pkg/inner.py", "--", "use.py").stdout
    assert said == ".so .py\npkg/inner.py:1: def f(x: float)\n"


def test_sources_are_run_instead_of_what_a_finder_has(project):
    """As that of an editable install, which knows extensions of folders that are not on the path."""
    project.write("src/kernel.py", "def f(x):\n    return x\n")
    finder = "class Finder:\n    def find_spec(self, name, path=None, target=None):\n        raise ImportError(name)\n"
    use = f"import sys\n{finder}sys.meta_path.insert(1, Finder())\nimport kernel\nkernel.f(1)\n"
    project.write("app/use.py", use)
    assert "ImportError: kernel" in plain_run(project, "app/use.py")[2]
    assert project.pyrx("types", "src/kernel.py", "--", "app/use.py").stdout == "src/kernel.py:1: def f(x: int)\n"


def test_a_module_with_the_name_of_a_built_in_one(project):
    project.write("faulthandler.py", "def enable(x):\n    return x\n")
    project.write("use.py", "import faulthandler\nprint(faulthandler.__spec__.origin)\n")
    said = project.pyrx("types", "faulthandler.py", "--", "use.py")
    assert said.stdout == plain_run(project, "use.py")[1] == "built-in\n"


def test_a_function_that_numba_compiles(project):
    project.write("numba.py", "def njit(f):\n    return lambda *a: 1\n")
    source = "import numba\n\n\n@numba.njit\ndef f(x):\n    return x\n"
    said, notes = types(project, source, "kernel.f(1)\n")
    assert said == [] and notes == ["kernel.py:5: f: calls of what Numba compiles are seen with NUMBA_DISABLE_JIT=1"]


# --- builds

KERNEL = """\
def total(values, scale=1):
    t = 0.0
    for v in values:
        t += v * scale
    return t


def pick(x):
    return x + x
"""


def test_build_with_types_from_a_script(project):
    project.write("kernel.py", KERNEL)
    use = "kernel.total(np.arange(3.0))\nkernel.pick(1)\nkernel.pick(1j)\n"
    project.write("use.py", HEAD + use)
    said = project.pyrx("build", "--types-from", "use.py", "kernel.py").stderr
    assert "2 native, 0 mixed, 0 left" in said and project.names() == sorted(
        ["kernel.py", "use.py", project.extension().name]
    )
    assert (project.folder / "kernel.py").read_text() == KERNEL
    calls = "import kernel, numpy as np\n" + "print({}, {}, {})".format(
        "kernel.total(np.arange(6.0)[::-2], 2)", "kernel.pick(2**40), kernel.pick(2j)", "kernel.__file__[-3:]"
    )
    assert project.python(calls) == "18.0 2199023255552 4j .so\n"
    # The source is watched, not the extension beside it; the same types build nothing.
    assert "unchanged" in project.pyrx("build", "--types-from", "use.py", "kernel.py").stderr
    # Other types do, and so do none.
    project.write("use.py", HEAD + use + "kernel.pick('a')\n")
    assert "2 native" in project.pyrx("build", "--types-from", "use.py", "kernel.py").stderr
    assert project.python("import kernel; print(kernel.pick('b'))") == "bb\n"
    said = project.pyrx("build", "kernel.py").stderr
    assert "0 native, 0 mixed, 2 left" in said
    assert "types of 2 functions are missing: `pyrx types kernel.py -- SCRIPT.py`" in said
    assert "total: the types of its parameters are not known; annotate it, for example `def total(" in said


def checked(project, *arguments: str) -> list[dict]:
    """What `pyrx check` says of each function."""
    document = json.loads(project.pyrx("check", "--output-format", "json", *arguments).stdout)
    return [one for module in document["modules"] for one in module["functions"]]


def test_check_with_types_from_a_script(project):
    project.write("kernel.py", KERNEL)
    project.write("other.py", "def g(x):\n    return x * 2\n")
    project.write("use.py", HEAD + "import other\nkernel.total([1.5])\nkernel.pick(1)\nother.g(2.5)\n")
    found = checked(project, "--types-from", "use.py", "kernel.py", "other.py")
    levels = [(one["qualname"], one["level"]) for one in found]
    assert levels == [("total", "native"), ("pick", "native"), ("g", "native")]
    said = project.pyrx("check", "kernel.py").stdout
    assert "hint: annotate it, for example `def total(values: pyrx.float64[:], scale: int = ...)`" in said
    assert "types of 2 functions are missing: `pyrx types kernel.py -- SCRIPT.py`" in said


def test_types_from_and_what_is_stated(project):
    project.write("kernel.py", KERNEL + "\n\ndef more(x: float):\n    return x\n")
    project.write("kernel.pyi", "def pick(x: str): ...")
    project.write("use.py", HEAD + "kernel.total([1.5])\nkernel.pick(1)\nkernel.more(1)\n")
    found = checked(project, "--types-from", "use.py", "kernel.py")
    signatures = {one["qualname"]: one["signatures"][0] for one in found}
    assert signatures["pick"].startswith("(x: str)") and signatures["more"].startswith("(x: float)")
    assert signatures["total"].startswith("(values: list[float], scale: int)")
    assert (project.folder / "kernel.pyi").read_text() == "def pick(x: str): ..."


def test_types_from_and_modules_that_are_wrong(project):
    project.write("kernel.py", KERNEL)
    project.write("broken.py", "def f(:\n")
    project.write("c.pyx", "def g(int x):\n    return x\n")
    project.write("use.py", HEAD + "kernel.total([1.5])\nkernel.pick(1)\n")
    done = project.pyrx("check", "--types-from", "use.py", "kernel.py", "broken.py", "c.pyx", status=1)
    assert done.stderr.count("P0101") == 1 and done.stdout.count("  native") >= 3
    assert "there is no script" in project.pyrx("check", "--types-from", "no.py", "kernel.py", status=2).stderr
    project.write("kernel.pxd", "cpdef int pick(int x)\n")
    said = project.pyrx("build", "--types-from", "use.py", "kernel.py", status=2).stderr
    assert "a stub would hide it" in said


def test_types_of_a_test_run(project):
    project.write("kernel.py", KERNEL)
    project.write("test_kernel.py", "import kernel\n\n\ndef test_pick():\n    assert kernel.pick(1) == 3\n")
    done = project.pyrx("types", "kernel.py", "--", "-m", "pytest", "-q", "-p", "no:cacheprovider", status=1)
    assert done.stdout.endswith("kernel.py:8: def pick(x: int)\n") and "assert 2 == 3" in done.stdout


def test_methods_of_operators(project):
    source = "class P:\n    def __eq__(self, o):\n        return o\n\n    def __call__(self, x):\n        return x\n"
    said, notes = types(project, source, "kernel.P() == 1\nkernel.P()(2)\n")
    assert said == ["kernel.py:5: def __call__(self, x: int)"]
    assert notes == ["kernel.py:2: P.__eq__: operators may give it anything, which it has to answer: it gets no types"]


def test_overloads_of_static_methods(project):
    source = "class P:\n    @staticmethod\n    def f(x):\n        return x + x\n"
    types(project, source, "kernel.P.f(1)\nkernel.P.f('a')\n", "--stub")
    found = checked(project, "kernel.py")
    assert found[0]["signatures"] == ["(x: str) -> str", "(x: int) -> int"]


def test_more_overloads_than_are_written(project):
    calls = "".join(f"kernel.f(np.ones({'(1,) * ' + str(n)}))\n" for n in range(1, 20))
    _, notes = types(project, "def f(x):\n    return x\n", calls, "--stub")
    assert "kernel.pyi" not in project.names() and notes[0] == "there is nothing to write"
    assert "it would have more than 16 overloads" in notes[1]


def test_the_report_suggests_it(project):
    project.write("kernel.py", KERNEL)
    project.pyrx("annotate", "kernel.py")
    page = (project.folder / "kernel.html").read_text()
    assert "2 functions are interpreted for want of types: <code>pyrx types kernel.py -- SCRIPT.py</code>" in page


def test_run_with_types_from_a_script(project):
    own = "\n\nif __name__ == '__main__':\n    import sys\n"
    own += "    print(total([1.5, 2.5]), sys.argv[1:], type(total).__name__)\n"
    project.write("kernel.py", KERNEL + own)
    said = project.pyrx("run", "--types-from", "kernel.py", "kernel.py", "-x")
    # The script's own run comes first.
    assert said.stdout == "4.0 [] function\n4.0 ['-x'] compiled_function\n"
    assert "there is no script" in project.pyrx("run", "--types-from", "no.py", "kernel.py", status=2).stderr


def test_annotate_with_types_from_a_script(project):
    project.write("kernel.py", KERNEL)
    project.write("use.py", HEAD + "kernel.total([1.5])\nkernel.pick(1)\nprint('used')\n")
    said = project.pyrx("annotate", "--types-from", "use.py", "--format", "json", "-o", "-", "kernel.py").stdout
    facts = json.loads(said)
    assert [one["level"] for one in facts["functions"]] == ["native", "native"]
    project.pyrx("annotate", "--types-from", "use.py", "kernel.py")
    assert project.names() == ["kernel.html", "kernel.py", "use.py"]


PARTLY = """\
import numpy as np


def histogram(values, bins: int, *, weights=None, odd: "Strange" = 0):
    counts = [0] * bins
    for v in values:
        counts[int(v * bins)] += 1
    return counts


class Thing:
    def scaled(
        self, values, by: float
    ) -> float:
        t = 0.0
        for v in values:
            t += v * by
        return t


if __name__ == "__main__":
    print(histogram(np.array([0.1, 0.5]), 3), Thing().scaled([1.0], 2.0))
"""


def test_functions_with_some_annotations(project):
    project.write("kernel.py", PARTLY)
    said = project.pyrx("types", "kernel.py")
    assert said.stdout.splitlines()[1:] == [
        'kernel.py:4: def histogram(values: "float64[:]", bins: int, *, weights=..., odd: "Strange" = ...)',
        "kernel.py:12: def scaled(self, values: list[float], by: float) -> float",
    ]
    assert "weights" in said.stderr
    found = {one["qualname"]: one for one in checked(project, "--types-from", "kernel.py", "kernel.py")}
    assert found["histogram"]["signatures"][0].startswith(
        "(values: float64[::1], bins: int, weights: None, odd: object) "
    )
    assert found["Thing.scaled"]["signatures"][0].startswith("(self: object, values: list[float], by: float) ")
    project.pyrx("types", "--write", "kernel.py")
    text = (project.folder / "kernel.py").read_text()
    assert 'def histogram(values: "float64[:]", bins: int, *, weights=None, odd: "Strange" = 0):' in text
    assert "        self, values: list[float], by: float\n    ) -> float:\n" in text


def test_a_stub_says_what_annotations_leave_open(project):
    project.write("kernel.py", "def f(a, b: int, c: str | None = None):\n    return [a * b for _ in range(3)], c\n")
    stub = "def f(a: {}, b: float, c: {} = ...) -> object: ...\n"
    project.write("kernel.pyi", stub.format("float", "str"))
    (found,) = checked(project, "kernel.py")
    # Annotations win, whatever they say.
    assert found["signatures"] == ["(a: float, b: int, c: object) -> tuple[list[float], object]"]
    overloads = "".join(f"@overload\n{stub.format(ty, 'str')}" for ty in ("int", "float"))
    project.write("kernel.pyi", f"from typing import overload\n{overloads}")
    (found,) = checked(project, "kernel.py")
    assert [one[:15] for one in found["signatures"]] == ["(a: int, b: int", "(a: float, b: i"]


def test_what_is_missing_is_counted_where_some_is_stated(project):
    project.write("kernel.py", "def f(a, b: int):\n    return [x.y for x in a]\n")
    assert "types of 1 function are missing" in project.pyrx("check", "kernel.py").stdout
