"""`pyrx types` and `--write`: annotations from a script that calls the module."""

import pytest
from recorded import checked, types


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


def test_methods_of_operators(project):
    source = "class P:\n    def __eq__(self, o):\n        return o\n\n    def __call__(self, x):\n        return x\n"
    said, notes = types(project, source, "kernel.P() == 1\nkernel.P()(2)\n")
    assert said == ["kernel.py:5: def __call__(self, x: int)"]
    assert notes == ["kernel.py:2: P.__eq__: operators may give it anything, which it has to answer: it gets no types"]


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
    assert (
        '`odd` is left without a type: its annotation `"Strange"` is no native type: `int` in its place would be'
        in said.stderr
    )
    found = {one["qualname"]: one for one in checked(project, "--types-from", "kernel.py", "kernel.py")}
    assert found["histogram"]["signatures"][0].startswith(
        "(values: float64[::1], bins: int, weights: None, odd: object) "
    )
    assert found["Thing.scaled"]["signatures"][0].startswith("(self: object, values: list[float], by: float) ")
    project.pyrx("types", "--write", "kernel.py")
    text = (project.folder / "kernel.py").read_text()
    assert 'def histogram(values: "float64[:]", bins: int, *, weights=None, odd: "Strange" = 0):' in text
    assert "        self, values: list[float], by: float\n    ) -> float:\n" in text
