"""Modules that are compiled when they are imported."""

import subprocess
import sys

import pytest

HOOK = "import pyrx; pyrx.install_hook()\n"
MARKED = "# What it is for.\n# pyrx: compile\ndef f(n: int):\n    return n + 1\n"


def said(project, code: str, **env: str) -> subprocess.CompletedProcess:
    run = [sys.executable, "-c", code]
    env = {**project.env, **env}
    return subprocess.run(run, cwd=project.folder, env=env, capture_output=True, text=True, check=False)


def test_what_is_compiled(project):
    project.write("marked.py", MARKED)
    project.write("dialect.pyx", "def f(int n):\n    return n + 1\n")
    project.write("plain.py", "def f(n: int):\n    return n + 1\n")
    project.write("both.py", "def f(n): return n + 1\n")
    project.write("both.pyx", "def f(int n): return 0\n")
    project.write("package/__init__.py", "# pyrx: compile\nfrom .inner import f\n")
    project.write("package/inner.pyx", "from . import other\ndef f(int n):\n    return other.g(n)\n")
    project.write("package/other.py", "def g(n):\n    return n + 1\n")
    code = f"""
before = set(__import__("os").listdir("."))
{HOOK}
import marked, dialect, plain, both, package
for module in (marked, dialect, plain, both, package):
    print(module.__name__, type(module.f).__name__, module.f(1), module.__file__.rpartition("/")[2], module.__doc__)
print(package.__path__ == [__import__("os").path.abspath("package")], before == set(__import__("os").listdir(".")))
"""
    project.env["PYTHONDONTWRITEBYTECODE"] = "1"
    assert project.python(code).splitlines() == [
        "marked compiled_function 2 marked.py None",
        "dialect compiled_function 2 dialect.pyx None",
        "plain function 2 plain.py None",
        "both function 2 both.py None",
        "package compiled_function 2 __init__.py None",
        "True True",
    ]
    # A package that is imported again, from the cache, without the command.
    again = code.replace("import marked", "import subprocess; subprocess.run = None; import marked")
    assert project.python(again).startswith("marked compiled_function")
    project.write("marked.py", MARKED.replace("+ 1", "+ 2"))
    assert "marked compiled_function 3" in project.python(code)


@pytest.mark.parametrize(
    ("head", "marked"),
    [
        ("# pyrx: compile", True),
        ("#pyrx:compile", True),
        ("\ufeff# pyrx: compile\r", True),
        ("#!/usr/bin/env python\n\n# pyrx: boundscheck=False, compile, cpow=True", True),
        ("# pyrx: compiled", False),
        ("# pyrx: boundscheck=False", False),
        ("'''Text.'''\n# pyrx: compile", False),
        ("x = 1  # pyrx: compile", False),
        ("# we compile with pyrx: compile", False),
        ("", False),
        ("#" * 5000 + "\n# pyrx: compile", True),
    ],
)
def test_marks(project, head, marked):
    path = project.write("m.py", f"{head}\n")
    code = f"from pyrx._hook import is_marked; print(is_marked({str(path)!r}), is_marked('/nowhere'))"
    assert project.python(code) == f"{marked} False\n"
    if marked:
        project.pyrx("check", "m.py")


def test_what_does_not_compile(project):
    project.write("wrong.py", MARKED.replace("compile", "compile, boundscheck=7"))
    project.write("dialect.pyx", "def f(int n) return n\n")
    done = said(project, f"{HOOK}import wrong; print(wrong.f(1)); import dialect")
    assert done.stdout == "2\n" and done.returncode == 1
    assert "error[P0203]" in done.stderr and "wrong did not compile; it runs interpreted\n" in done.stderr
    assert "ImportError: dialect did not compile\n" in done.stderr and "dialect.pyx:1:14" in done.stderr
    project.write("mixed.py", MARKED.replace(": int", ""))
    assert said(project, f"{HOOK}import mixed").stderr == ""
    strict = said(project, "import pyrx; pyrx.install_hook(strict=True)\nimport mixed")
    assert "ImportError: mixed did not compile\n" in strict.stderr and "error[P0301]" in strict.stderr


def test_off(project):
    project.write("marked.py", MARKED)
    code = "import marked; print(type(marked.f).__name__)"
    assert said(project, HOOK + code, PYRX_DISABLE="1").stdout == "function\n"
    assert said(project, f"{HOOK}pyrx.uninstall_hook()\n{code}").stdout == "function\n"
    assert (
        said(project, f"{HOOK}{HOOK}import sys; print(sum(type(f).__name__ == 'Hook' for f in sys.meta_path))").stdout
        == "1\n"
    )


def test_as_pyximport(project):
    project.write("dialect.pyx", "def f(int n):\n    return n / 2\n")
    code = "import dialect; print(dialect.f(3))"
    assert said(project, f"import pyrx.pyximport\n{code}").stdout == "1.5\n"
    installed = (
        "from pyrx import pyximport\nhooks = pyximport.install(language_level=2, setup_args={'include_dirs': '.'})\n"
    )
    assert said(project, installed + code).stdout == "1\n"
    gone = said(project, f"{installed}pyximport.uninstall(*hooks)\n{code}")
    assert "ModuleNotFoundError" in gone.stderr
    asked = said(project, "import pyrx.pyximport as p; p.install(pyimport=True)")
    assert "say `# pyrx: compile` at the top" in asked.stderr
