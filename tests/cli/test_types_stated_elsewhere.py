"""`pyrx types --stub` and `--pythran`: types beside the source, and in export lines."""

from recorded import checked, types

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


def test_names_that_a_stub_would_give_another_meaning(project):
    source = "class pyrx:\n    def f(self, x):\n        return x\n"
    _, notes = types(project, source, "kernel.pyrx().f(np.ones(2))\n", "--stub", status=2)
    assert "the types of `pyrx.f` would not be read back; nothing is written" in notes[0]
    assert "kernel.pyi" not in project.names()


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
