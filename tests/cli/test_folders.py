"""`pyrx build FOLDER` and `pyrx check FOLDER`: the modules that a project chooses, or that ask for it themselves."""

import json

import pytest
from command import KERNEL, SUFFIX

PROJECT = """\
[project]
name = "waves"
version = "1"

[tool.pyrx]
include = ["*.pyx", "src/waves/*.py"]
exclude = ["src/waves/__init__.py", "src/waves/plain.py"]
directives = { boundscheck = false }

[tool.pyrx.overrides."waves.kernel"]
max-interp-lines = 0
"""

MARKED = f"# pyrx: compile\n{KERNEL}"


@pytest.fixture
def waves(project):
    project.write("pyproject.toml", PROJECT)
    project.write("src/waves/__init__.py", "")
    project.write("src/waves/plain.py", "")
    project.write("src/waves/kernel.py", KERNEL)
    # No package: its name starts from the folder that the project's packages lie in.
    project.write("src/waves/deep/fast.pyx", "def twice(double x):\n    return 2 * x\n")
    project.write("marked.py", MARKED)
    return project


def checked(project, *arguments, status=0):
    said = json.loads(project.pyrx("check", "--output-format", "json", *arguments, status=status).stdout)
    return [module["path"] for module in said["modules"]]


def test_a_project_chooses(waves):
    both = ["src/waves/deep/fast.pyx", "src/waves/kernel.py"]
    assert checked(waves, ".") == checked(waves, "src") == checked(waves, "src/") == both
    assert checked(waves, "src/waves/deep", "marked.py") == [both[0], "marked.py"]


def test_a_project_says_how(waves):
    waves.write("src/waves/kernel.py", KERNEL + "\n\ndef shown(n: int) -> int:\n    print(n)\n    return total(n)\n")
    assert "at most 0 may" in waves.pyrx("check", "src", status=1).stderr
    waves.pyrx("check", "--max-interp-lines", "2", "src")
    toml = PROJECT.replace("boundscheck", "boundschek")
    waves.write("pyproject.toml", toml)
    assert "did you mean `boundscheck`?" in waves.pyrx("check", "src", status=2).stderr


def test_modules_have_the_names_of_the_project(waves):
    waves.pyrx("build", "src")
    assert (waves.folder / f"src/waves/kernel{SUFFIX}").exists()
    code = "import sys; sys.path.insert(0, 'src')\nfrom waves.deep import fast\nprint(fast.__name__, fast.twice(2))"
    assert waves.python(code) == "waves.deep.fast 4.0\n"
    waves.pyrx("build", "-o", "out", "src")
    assert (waves.folder / f"out/waves/deep/fast{SUFFIX}").exists()
    assert "unchanged" in waves.pyrx("build", "src").stderr


def test_where_no_project_chooses_modules_ask(project):
    project.write("pyproject.toml", "[project]\nname = 'a'\nversion = '1'\n")
    for name in ("a.py", "b/c.py", "build/a.py", ".hidden/a.py", "env/lib/a.py"):
        project.write(name, MARKED)
    project.write("env/pyvenv.cfg", "")
    project.write("b/unmarked.py", f"x = 1\n{MARKED}")
    project.write("b/d.pyx", "x = 1\n")
    assert checked(project, ".") == ["a.py", "b/c.py", "b/d.pyx"]


def test_nothing_to_compile(waves):
    waves.write("other/a.py", KERNEL)
    said = waves.pyrx("build", "other", status=2).stderr
    assert "pyproject.toml chooses no module in other" in said and "include = [" in said


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ("[tool.pyrx", "pyproject.toml: "),
        ("[tool.pyrx]\nincude = []\n", "did you mean `include`?"),
        ("[tool.pyrx]\n", "project"),
        (PROJECT.replace("*.pyx", "*.px"), "no module of the packages matches `*.px`"),
    ],
)
def test_a_project_that_is_wrong(waves, toml, words):
    waves.write("pyproject.toml", toml)
    assert words in waves.pyrx("build", "src", status=2).stderr


def test_a_python_without_the_package(waves):
    waves.env["PYTHONPATH"] = str(waves.write("shadow/pyrx.py", "").parent)
    said = waves.pyrx("check", ".", status=2).stderr
    assert "python -m pip install pyrx-compiler" in said
