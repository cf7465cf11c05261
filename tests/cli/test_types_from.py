"""`--types-from`: other commands with the types that a script gives."""

import json

from recorded import HEAD, KERNEL, checked


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


def test_what_is_missing_is_counted_where_some_is_stated(project):
    project.write("kernel.py", "def f(a, b: int):\n    return [x.y for x in a]\n")
    assert "types of 1 function are missing" in project.pyrx("check", "kernel.py").stdout
