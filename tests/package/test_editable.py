"""Editable installs: what is compiled at import, when, and what happens where it cannot be."""

import subprocess
import sys

import pytest
from projects import SUFFIX, TOTAL, Archive, Tree, small

CODE = "import small_thing.thing as m; print(m.total(10), type(m.__loader__).__name__, m.__file__)"


def installed(tree: Tree, folder, **config) -> Tree:
    """The project with its editable wheel in a folder of packages, as pip would leave it."""
    out = folder / "wheels"
    out.mkdir()
    Archive(out / tree.hook("build_editable", out, config)).unpack(folder / "site")
    # Folders of packages read .pth files, folders on PYTHONPATH do not.
    start = f"import site, sys; site.addsitedir({str(folder / 'site')!r})"
    tree.write("../start/sitecustomize.py", start)
    tree.env["PYTHONPATH"] = str(folder / "start")
    tree.folder = folder
    return tree


@pytest.fixture
def thing(tmp_path) -> Tree:
    return installed(small(tmp_path / "p"), tmp_path)


def ran(tree: Tree, code: str = CODE) -> tuple[list[str], str]:
    done = tree.python("-c", code)
    return done.stdout.split(), done.stderr


def test_what_is_compiled_is_used_where_it_lies(thing, tmp_path):
    source = tmp_path / "p" / "small_thing" / "thing.py"
    assert ran(thing) == (["45", "Loader", str(source)], "")
    assert [path.name for path in source.parent.iterdir() if path.suffix == ".so"] == []
    assert (tmp_path / "p" / "build" / "pyrx" / "small_thing" / f"thing{SUFFIX}").exists()


def test_unchanged_modules_need_no_command(thing):
    thing.env["PYRX"] = "/nowhere"
    assert ran(thing)[0][:2] == ["45", "Loader"]


def test_a_changed_module_is_compiled_at_import(thing, tmp_path):
    thing.write("p/small_thing/thing.py", TOTAL.replace("s = 0", "s = 1"))
    assert ran(thing)[0][:2] == ["46", "Loader"]
    thing.write("p/small_thing/thing.py", TOTAL)
    assert ran(thing)[0][:2] == ["45", "Loader"]


def test_a_changed_stub_counts(tmp_path):
    tree = small(tmp_path / "p")
    tree.write("small_thing/thing.py", "def total(n):\n    return n\n")
    tree = installed(tree, tmp_path)
    assert ran(tree)[0][0] == "10"
    tree.write("p/small_thing/thing.pyi", "def total(n: float) -> float: ...\n")
    assert ran(tree)[0][0] == "10.0"


def test_what_does_not_compile_is_shown_and_runs_interpreted(thing):
    broken = TOTAL.replace("def", "# pyrx: boundscheck=7\ndef", 1)
    thing.write("p/small_thing/thing.py", broken)
    out, err = ran(thing)
    assert out[:2] == ["45", "SourceFileLoader"]
    assert "small_thing.thing did not compile; it runs interpreted\n" in err and "^" in err


def test_strict_does_not_run_interpreted(tmp_path):
    tree = installed(small(tmp_path / "p", 'include = ["thing.py"]\nstrict = true'), tmp_path)
    assert ran(tree)[0][0] == "45"
    tree.write("p/small_thing/thing.py", TOTAL.replace("s = 0", "s = print(n) or 0"))
    said = tree.python("-c", CODE, status=1).stderr
    assert "ImportError: small_thing.thing did not compile" in said and "error[" in said


def test_a_pyx_cannot_run_interpreted(tmp_path):
    tree = installed(small(tmp_path / "p", "", fast_DOT_pyx="def f(int n):\n    return n + 1\n"), tmp_path)
    code = "from small_thing.fast import f; print(f(1))"
    assert ran(tree, code)[0] == ["2"]
    tree.write("p/small_thing/fast.pyx", "def f(int n):\n    return n +\n")
    assert "ImportError: small_thing.fast did not compile" in tree.python("-c", code, status=1).stderr


def test_an_install_stops_where_it_has_to(tmp_path):
    tree = small(tmp_path / "p", "", fast_DOT_pyx="def f(int n):\n    return n +\n")
    said = tree.hook("build_editable", tmp_path, status=1)
    assert "fast.pyx:2:" in said and said.endswith(
        "small_thing.fast did not compile; what is wrong was printed above\n"
    )


def test_without_the_command_a_changed_module_runs_interpreted(thing, tmp_path):
    thing.write("p/small_thing/thing.py", TOTAL.replace("s = 0", "s = 1"))
    thing.env["PYRX"] = str(tmp_path / "nowhere" / "pyrx")
    out, err = ran(thing)
    assert out[:2] == ["46", "SourceFileLoader"] and "pip install pyrx-compiler" in err


def test_disabled_runs_interpreted(thing):
    thing.env["PYRX_DISABLE"] = "1"
    out, err = ran(thing)
    assert (out[:2], err) == (["45", "SourceFileLoader"], "")


def test_processes_at_once_compile_once(thing, tmp_path):
    thing.write("p/small_thing/thing.py", TOTAL.replace("s = 0", "s = 1"))
    start = [sys.executable, "-c", CODE]
    pipe = subprocess.PIPE
    running = [
        subprocess.Popen(start, cwd=tmp_path, env=thing.env, stdout=pipe, stderr=pipe, text=True) for _ in range(4)
    ]
    for process in running:
        out, err = process.communicate(timeout=600)
        assert (out.split()[:2], err) == (["46", "Loader"], "")


def test_a_compiled_package_and_its_data(tmp_path):
    tree = small(tmp_path / "p", 'include = ["__init__.py"]')
    text = "from pathlib import Path\nfrom small_thing import thing\n"
    text += "DATA = Path(__file__).with_name('d.txt').read_text()\n"
    text += "def resource():\n    from importlib.resources import files\n"
    text += "    return files('small_thing').joinpath('d.txt').read_text()\n"
    tree.write("small_thing/__init__.py", text)
    tree.write("small_thing/d.txt", "data")
    tree = installed(tree, tmp_path)
    code = "import small_thing as s; print(s.DATA, s.resource(), s.thing.total(3), type(s.__loader__).__name__)"
    assert ran(tree, code)[0] == ["data", "data", "3", "Loader"]


def test_a_module_that_was_removed_is_gone(thing, tmp_path):
    (tmp_path / "p" / "small_thing" / "thing.py").unlink()
    assert "ModuleNotFoundError" in thing.python("-c", CODE, status=1).stderr


def test_lines_in_the_interpreter_are_counted(tmp_path):
    tool = 'include = ["thing.py"]\nmax-interp-lines = 0'
    prints = TOTAL.replace("s += i", "s += i; print(end='')")
    stopped = small(tmp_path / "p", tool)
    stopped.write("small_thing/thing.py", prints)
    said = stopped.hook("build_editable", tmp_path, status=1)
    assert "at most 0 may" in said and said.endswith(
        "small_thing.thing may not touch the interpreter so much; see max-interp-lines\n"
    )
    stopped.write("small_thing/thing.py", TOTAL)
    tree = installed(stopped, tmp_path)
    assert ran(tree)[1] == ""
    tree.write("p/small_thing/thing.py", prints)
    out, err = ran(tree)
    assert out[:2] == ["45", "Loader"] and "at most 0 may" in err
    # It is told when the module is compiled.
    assert ran(tree)[1] == ""


def test_declarations_of_other_folders(tmp_path):
    tree = small(
        tmp_path / "p", 'include-dirs = ["c"]', fast_DOT_pyx='include "k.pxi"\ndef f(int n):\n    return n + K\n'
    )
    tree.write("c/k.pxi", "DEF K = 1\n")
    assert any(name.endswith(SUFFIX) for name in tree.wheel().names())
    tree = installed(tree, tmp_path)
    code = "from small_thing.fast import f; print(f(1))"
    assert ran(tree, code)[0] == ["2"]
    tree.write("p/c/k.pxi", "DEF K = 2\n")
    assert ran(tree, code)[0] == ["3"]
