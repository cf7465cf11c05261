"""Modules that are built together: what calls between them rest on, and what a change of one does to the others."""

import json
import subprocess

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
    assert tree.python("-W", "error", "-c", CODE).stdout.split()[0] == "12.0"
    # A fact that is changed from outside does not reach native code.
    code = CODE.replace("print", print_steps + "print")
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
