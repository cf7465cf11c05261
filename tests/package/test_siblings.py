"""Modules that are built together: what calls between them rest on, and what a change of one does to the others."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from projects import SUFFIX, Archive, Tree, command, small
from test_editable import installed

HELPERS = "LIMIT = 3\n\n\ndef step(x: float) -> float:\n    return x + 1.0\n"
CORE = """\
from .helpers import LIMIT, step


def run(n: int) -> float:
    s = 0.0
    for i in range(n):
        s = step(s) * LIMIT
    return s
"""
CODE = "import small_thing.core as m; print(m.run(2), type(m.run).__name__)"
# The sources lie in the folder that Python runs in.
INSTALLED = "import sys; sys.path.remove(''); "
TOOL = 'include = ["helpers.py", "core.py"]'


def project(folder, tool: str = TOOL) -> Tree:
    return small(folder, tool, helpers_DOT_py=HELPERS, core_DOT_py=CORE)


def pyrx(tree: Tree, *arguments: str) -> subprocess.CompletedProcess:
    run = [command(), *arguments]
    done = subprocess.run(run, cwd=tree.folder, env=tree.env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done


def level(tree: Tree, *arguments: str) -> str:
    """Of the function `run`, by `pyrx check`."""
    modules = json.loads(pyrx(tree, "check", "--output-format", "json", *arguments).stdout)["modules"]
    functions = [function for module in modules for function in module["functions"] if function["qualname"] == "run"]
    return functions[0]["level"]


def test_all_commands_agree(tmp_path):
    """The modules of a command, of `--with`, and of the project count; where there is neither, the call is Python's."""
    tree = project(tmp_path / "p")
    core, helpers = "small_thing/core.py", "small_thing/helpers.py"
    assert level(tree, core) == "native"
    assert level(tree, "small_thing") == "native"
    report = pyrx(tree, "annotate", "--json", "-o", "-", core).stdout
    assert "`step()` of `small_thing.helpers` is compiled in" in report
    (tree.folder / "pyproject.toml").unlink()
    assert level(tree, core) == "mixed"
    assert level(tree, core, helpers) == "native"
    assert level(tree, core, "--with", helpers) == "native"
    assert level(tree, core, "--with", helpers, "-X", "boundscheck=False") == "native"


def test_other_directives_are_not_compiled_in(tmp_path):
    overrides = '\n[tool.pyrx.overrides."small_thing.helpers"]\ndirectives = { boundscheck = false }\n'
    assert level(project(tmp_path / "p", TOOL + overrides), "small_thing") == "mixed"


def test_a_wheel_has_native_calls(tmp_path):
    tree = project(tmp_path / "p")
    wheel = tree.wheel().unpack(tmp_path / "site")
    tree.env["PYTHONPATH"] = str(wheel)
    print_steps = "import small_thing.helpers as h; h.step = None; "
    code = INSTALLED + CODE
    assert tree.python("-W", "error", "-c", code).stdout.split() == ["12.0", "compiled_function"]
    # A fact that is changed from outside does not reach native code.
    code = code.replace("print", print_steps + "print")
    assert tree.python("-c", code).stdout.split()[0] == "12.0"


def test_a_changed_module_changes_those_that_call_it(tmp_path):
    tree = project(tmp_path / "p")
    pyrx(tree, "build", "small_thing")
    assert tree.python("-c", CODE).stdout.split()[0] == "12.0"
    tree.write("small_thing/helpers.py", HELPERS.replace("1.0", "2.0"))
    # Not built again: what was compiled in does not count.
    done = tree.python("-c", CODE)
    assert done.stdout.split()[0] == "24.0"
    assert "run runs interpreted" in done.stderr
    pyrx(tree, "build", "small_thing/helpers.py")
    done = tree.python("-c", CODE)
    assert done.stdout.split()[0] == "24.0"
    assert "run runs interpreted: the global 'step' is not what it was compiled for" in done.stderr
    pyrx(tree, "build", "small_thing")
    assert tree.python("-W", "error", "-c", CODE).stdout.split()[0] == "24.0"
    (tree.folder / "small_thing" / f"helpers{SUFFIX}").unlink()
    assert tree.python("-c", CODE).stdout.split()[0] == "24.0"


def test_a_changed_constant(tmp_path):
    tree = project(tmp_path / "p")
    pyrx(tree, "build", "small_thing")
    tree.write("small_thing/helpers.py", HELPERS.replace("LIMIT = 3", "LIMIT = 4"))
    done = tree.python("-c", CODE)
    assert done.stdout.split()[0] == "20.0"
    pyrx(tree, "build", "small_thing")
    assert tree.python("-W", "error", "-c", CODE).stdout.split()[0] == "20.0"


def test_editable_installs_compile_callers_again(tmp_path):
    tree = installed(project(tmp_path / "p"), tmp_path)
    assert tree.python("-W", "error", "-c", CODE).stdout.split()[0] == "12.0"
    tree.write("p/small_thing/helpers.py", HELPERS.replace("1.0", "2.0"))
    done = tree.python("-W", "error", "-c", CODE)
    assert done.stdout.split()[0] == "24.0"
    assert done.stderr == ""


def test_a_replaced_function_is_called(tmp_path):
    """What another module has put in its place before the import is no function of that source."""
    tree = project(tmp_path / "p")
    pyrx(tree, "build", "small_thing")
    patched = "import small_thing.helpers as h; h.step = lambda x: x + 5; " + CODE
    done = tree.python("-c", patched)
    assert done.stdout.split()[0] == "60.0"
    assert "runs interpreted" in done.stderr


def test_wheels_of_two_folders_are_the_same(tmp_path):
    one, two = [project(tmp_path / name).wheel() for name in ("p", "q")]
    assert one.path.read_bytes() == two.path.read_bytes()
    assert isinstance(one, Archive)


KERNELS = """\
def step(double x):
    return x + 1.0

LIMIT = 3
"""


def test_the_summary_tells_what_is_not_built_together(tmp_path):
    """One line, where that would make calls native."""
    tree = project(tmp_path / "p")
    (tree.folder / "pyproject.toml").unlink()
    core, helpers = "small_thing/core.py", "small_thing/helpers.py"
    advice = f"`pyrx build {core} {helpers}` makes the calls of small_thing.helpers native"
    assert pyrx(tree, "build", core).stderr.count(advice) == 1
    assert "makes the calls" not in pyrx(tree, "build", core, helpers).stderr
    assert "makes the calls" not in pyrx(tree, "build", core, "--with", helpers).stderr
    assert "makes the calls" not in pyrx(tree, "build", "-q", core).stderr
    for other in (
        HELPERS.replace("def step", "@staticmethod\ndef step"),
        HELPERS + "def (",
        HELPERS.replace("step", "s"),
    ):
        tree.write(helpers, other)
        tree.write(core, CORE + f"\n\nLONGER = {len(other)}\n")
        assert "makes the calls" not in pyrx(tree, "build", core).stderr


def test_a_pyx_is_told_of_and_called_natively(tmp_path):
    tree = project(tmp_path / "p")
    (tree.folder / "pyproject.toml").unlink()
    (tree.folder / "small_thing/helpers.py").unlink()
    core, helpers = "small_thing/core.py", "small_thing/helpers.pyx"
    tree.write(helpers, KERNELS)
    assert f"`pyrx build {core} {helpers}` makes the calls" in pyrx(tree, "build", core).stderr
    assert level(tree, core) == "mixed"
    assert level(tree, core, helpers) == "native"
    # What is wrong with it is told where it is compiled itself.
    tree.write(helpers, KERNELS + "cdef int f(int x: pass\n")
    assert level(tree, core, "--with", helpers) == "mixed"
    tree.write(helpers, KERNELS + "cdef int f(int x):\n    return undefined + g(x, )\n")
    assert level(tree, core, "--with", helpers) in ("mixed", "native")


def test_a_changed_pyx_changes_those_that_call_it(tmp_path):
    tree = project(tmp_path / "p")
    (tree.folder / "pyproject.toml").unlink()
    (tree.folder / "small_thing/helpers.py").unlink()
    core, helpers = "small_thing/core.py", "small_thing/helpers.pyx"
    tree.write("small_thing/more.pxi", "cdef double more = 1.0\n")
    tree.write(helpers, 'include "more.pxi"\n' + KERNELS)
    pyrx(tree, "cythonize", core, helpers)
    assert tree.python("-W", "error", "-c", CODE).stdout.split()[0] == "12.0"
    # Not built again: what was compiled runs.
    tree.write(helpers, 'include "more.pxi"\n' + KERNELS.replace("1.0", "2.0"))
    assert tree.python("-W", "error", "-c", CODE).stdout.split()[0] == "12.0"
    pyrx(tree, "build", helpers)
    done = tree.python("-c", CODE)
    assert done.stdout.split()[0] == "24.0"
    assert "run runs interpreted: the global 'step' is not what it was compiled for" in done.stderr
    pyrx(tree, "build", core, helpers)
    assert tree.python("-W", "error", "-c", CODE).stdout.split()[0] == "24.0"
    # What it includes is part of it.
    tree.write("small_thing/more.pxi", "cdef double more = 3.0\n")
    pyrx(tree, "build", helpers)
    assert "run runs interpreted" in tree.python("-c", CODE).stderr


CYTHON_CORE = """\
from .helpers import LIMIT, step
from . import helpers

def run(int n):
    cdef double s = 0
    cdef int i
    for i in range(n):
        s = step(s) * LIMIT
    return helpers.step(s) - 1
"""


def test_a_pyx_calls_python_natively(tmp_path):
    """Each call rests on what it calls; without that it is the interpreter's, as a `.pyx` has no Python that could run."""
    helping = HELPERS.replace("x + 1.0", "x + OFFSET") + "\n\nOFFSET = 1.0\n"
    tree = small(tmp_path / "p", TOOL, helpers_DOT_py=helping)
    (tree.folder / "pyproject.toml").unlink()
    core, helpers = "small_thing/core.pyx", "small_thing/helpers.py"
    tree.write(core, CYTHON_CORE)
    assert f"`pyrx build {core} {helpers}` makes the calls" in pyrx(tree, "build", core).stderr
    assert "attempt step" not in pyrx(tree, "dump", "--stage", "ir", core).stdout
    assert pyrx(tree, "dump", "--stage", "ir", core, "--with", helpers).stdout.count("attempt step") == 2
    pyrx(tree, "build", core, helpers)
    assert tree.python("-W", "error", "-c", CODE).stdout.split()[0] == "12.0"
    patched = "import small_thing.helpers as h; h.step = lambda x: x + 5; " + CODE
    done = tree.python("-c", patched)
    assert done.stdout.split()[0] == "64.0"
    assert "a call of step runs interpreted: the global 'step' is not what it was compiled for" in done.stderr
    tree.write(helpers, helping.replace("1.0", "2.0").replace("LIMIT = 3", "LIMIT = 4"))
    done = tree.python("-c", CODE)
    assert done.stdout.split()[0] == "41.0"
    assert "a call of helpers.step runs interpreted" in done.stderr
    pyrx(tree, "build", core, helpers)
    assert tree.python("-W", "error", "-c", CODE).stdout.split()[0] == "41.0"


def test_a_wheel_with_a_pyx_has_native_calls(tmp_path):
    tree = project(tmp_path / "p", 'include = ["helpers.pyx", "core.py"]')
    (tree.folder / "small_thing/helpers.py").unlink()
    tree.write("small_thing/helpers.pyx", KERNELS)
    assert level(tree, "small_thing/core.py") == "native"
    tree.env["PYTHONPATH"] = str(tree.wheel().unpack(tmp_path / "site"))
    assert tree.python("-W", "error", "-c", INSTALLED + CODE).stdout.split() == ["12.0", "compiled_function"]


# Refuses a crate whose Rust holds a number of the source, as if rustc did.
REFUSING = """\
#!{python}
import json, os, pathlib, sys

args = sys.argv[1:]
manifest = pathlib.Path(args[args.index("--manifest-path") + 1] if "--manifest-path" in args else "Cargo.toml")
rust = manifest.with_name("src") / "lib.rs"
lines = rust.read_text().splitlines() if "rustc" in args and rust.exists() else []
at = [number for number, line in enumerate(lines, 1) if "{number}" in line]
if at:
    name = next(line for line in manifest.read_text().splitlines() if line.startswith("name"))
    place = dict(file_name="src/lib.rs", line_start=at[0], is_primary=True)
    message = dict(level="error", spans=[place], children=[])
    if "--quiet" in args:
        print(json.dumps(dict(reason="compiler-message", message=message)))
    print("error: could not compile `" + name.split('"')[1] + "`", file=sys.stderr)
    sys.exit(101)
os.execv("{cargo}", ["{cargo}", *args])
"""


def test_what_rustc_refuses_of_another_module_is_pythons_there(tmp_path):
    """Only the calls of that function go through the interpreter; the rest of the module stays native."""
    cargo = Path(shutil.which("cargo") or Path.home() / ".cargo/bin/cargo")
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "rustc").symlink_to(cargo.parent / "rustc")
    (folder / "cargo").write_text(REFUSING.format(python=sys.executable, cargo=cargo, number="1234.5"))
    (folder / "cargo").chmod(0o755)
    helpers = HELPERS + "\n\ndef odd(x: float) -> float:\n    return x + 1234.5\n"
    core = CORE.replace("LIMIT, step", "LIMIT, odd, step")
    core += "\n\ndef other(n: int) -> float:\n    s = 0.0\n    for i in range(n):\n        s += odd(i)\n    return s\n"
    tree = small(tmp_path / "p", TOOL, helpers_DOT_py=helpers, core_DOT_py=core)
    tree.env["CARGO"] = str(folder / "cargo")
    said = pyrx(tree, "build", "small_thing/core.py").stderr
    assert "what pyrx made of `odd` of `small_thing.helpers`; calls of it here are the interpreter's" in said
    assert "small_thing/helpers.py:8" in said
    assert "1 native, 1 mixed, 0 left to the interpreter" in said
