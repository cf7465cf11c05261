"""Several compiled modules in a wheel: one library, and a shim for each module."""

import itertools
import shutil
import stat
import sys
import uuid
import zipfile
from pathlib import Path

import pytest
from projects import PYPROJECT, SUFFIX, TOTAL, Archive, Tree, small

# Bytes that a shim may have.
MOST = 32_000

THREADS = """\
import pyrx


def spread(n: int) -> float:
    total = 0.0
    for i in pyrx.prange(n):
        total += i * 0.5
    return total
"""
RAISES = """\
def reach(items: list[int], at: int) -> int:
    total = 1
    return total + items[at]
"""
REMAINDER = "def rest(int a, int b):\n    return a % b\n"
# Modules by their names, each with the file that it is made of.
MODULES = {
    "many.sums": TOTAL,
    "many.same": "def who() -> int:\n    return 1\n",
    "many.threads": THREADS,
    "many.wires": THREADS,
    "many.raising": RAISES,
    "many.rest": REMAINDER,
    "many.größe": "def länge(n: int) -> int:\n    return n + 7\n",
    "many.inner": "from many.inner.same import who\n\n\ndef both(n: int) -> int:\n    return n + 20\n",
    "many.inner.same": "def who() -> int:\n    return 2\n",
    "many.inner.rest": REMAINDER,
    "many.space.far": "from many.same import who\n\n\ndef farther(n: int) -> int:\n    return n + who()\n",
}
TOOL = """\
[tool.pyrx]
packages = ["lib/many"]
include = ["lib/"]
exclude = ["lib/many/__init__.py", "plain.py"]
[tool.pyrx.overrides."many.rest"]
directives = { cdivision = true }
"""


def many(folder: Path) -> Tree:
    tree = Tree(folder)
    tree.write("pyproject.toml", PYPROJECT.replace("small-thing", "many-things") + TOOL)
    tree.write("lib/many/__init__.py", "")
    tree.write("lib/many/plain.py", "def who():\n    return 0\n")
    for name, text in MODULES.items():
        suffix = ".pyx" if text == REMAINDER else ".py"
        file = name.replace(".", "/") + ("/__init__" if name == "many.inner" else "") + suffix
        tree.write(f"lib/{file}", text)
    return tree


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Archive:
    return many(tmp_path_factory.mktemp("many") / "project").wheel()


@pytest.fixture
def site(wheel, tmp_path) -> Tree:
    """Where the wheel is installed, and an interpreter that finds it there."""
    return installed(wheel, tmp_path / "site")


def installed(wheel: Archive, folder: Path) -> Tree:
    tree = Tree(wheel.unpack(folder))
    tree.env["PYTHONPATH"] = str(tree.folder)
    return tree


def says(tree: Tree, code: str) -> list[str]:
    return tree.python("-c", code).stdout.split()


def fails(tree: Tree, code: str) -> str:
    return tree.python("-c", code, status=1).stderr.splitlines()[-1]


LIBRARY = f"many/many_things.pyrx{SUFFIX}"


def shims(wheel: Archive) -> list[str]:
    return [name for name in wheel.names() if name.endswith(SUFFIX) and name != LIBRARY]


def test_one_library_and_shims_that_are_small(wheel):
    expected = [name.replace(".", "/") + ("/__init__" if name == "many.inner" else "") for name in MODULES]
    assert sorted(shims(wheel)) == sorted(f"{name}{SUFFIX}" for name in expected) and LIBRARY in wheel.names()
    with zipfile.ZipFile(wheel.path) as file:
        for name in shims(wheel):
            assert file.getinfo(name).file_size < MOST, name
            assert file.getinfo(name).external_attr >> 16 & stat.S_IXUSR
            assert b"pyrx_init" in file.read(name)
        assert file.getinfo(LIBRARY).file_size > MOST


@pytest.mark.parametrize("name", MODULES)
def test_each_module_alone_in_a_fresh_interpreter(site, name):
    path = name.replace(".", "/") + ("/__init__" if name == "many.inner" else "")
    code = f"import {name} as m; print(m.__name__, m.__spec__.name, m.__file__, m.__spec__.origin, m.__loader__.path)"
    assert says(site, code) == [name, name, *[str(site.folder / f"{path}{SUFFIX}")] * 3]


def test_any_order(site):
    three = ("many.inner", "many.space.far", "many.same")
    for order in itertools.permutations(three):
        code = f"import {', '.join(order)}; print(many.inner.who(), many.inner.both(1), many.space.far.farther(1))"
        assert says(site, code) == ["2", "21", "2"]


def test_modules_of_one_name_are_two(site):
    code = "import many.same as a, many.inner.same as b; print(a.who(), b.who(), a.__name__, b.__name__)"
    assert says(site, code) == ["1", "2", "many.same", "many.inner.same"]


def test_directives_are_those_of_the_module(site):
    code = "import many.rest as a, many.inner.rest as b; print(a.rest(-7, 3), b.rest(-7, 3))"
    assert says(site, code) == ["-1", "2"]


def test_functions_are_what_they_were(site):
    code = """
import pickle, importlib, many.sums as s, many.same as o, many.größe as g
f = pickle.loads(pickle.dumps(s.total))
print(f is s.total, type(f).__name__, f(10), g.länge(1))
print(f.__module__, f.__code__.co_filename == s.__file__[:-len(SUFFIX)] + '.py')
print(importlib.reload(s) is s, s.total(4), type(s.total) is type(o.who))
""".replace("SUFFIX", repr(SUFFIX))
    said = "True compiled_function 45 8 many.sums True True 6 True"
    assert says(site, code) == said.split()


def test_tracebacks_lead_to_the_module(site):
    site.write("run.py", "import many.threads, many.raising as r\nr.reach([1], 5)\n")
    said = site.python("run.py", status=1).stderr
    assert f'File "{site.folder / "many" / "raising.py"}", line 3, in reach' in said
    assert "return total + items[at]" in said and said.endswith("IndexError: list index out of range\n")


def test_the_library_is_no_module(site):
    code = "import pkgutil, many; print(*sorted(m.name for m in pkgutil.walk_packages(many.__path__, 'many.')))"
    assert says(site, code) == sorted([*(set(MODULES) - {"many.space.far"}), "many.plain"])
    for name in ("many.many_things", "many.many_things.pyrx"):
        assert fails(site, f"import importlib; importlib.import_module({name!r})").startswith("ModuleNotFoundError")


def test_the_folder_may_move_and_links_may_lead_there(site, tmp_path):
    moved = tmp_path / "moved" / "näher"
    moved.parent.mkdir()
    site.folder.rename(moved)
    linked = tmp_path / "linked"
    linked.symlink_to(moved)
    site.folder = tmp_path
    for folder in (moved, linked):
        site.env["PYTHONPATH"] = str(folder)
        assert says(site, "import many.inner.same as s; print(s.who(), s.__file__)")[1].startswith(str(folder))
    # As tools do that link each file by itself.
    apart = tmp_path / "apart"
    for file in moved.rglob("*"):
        if file.is_file():
            link = apart / file.relative_to(moved)
            link.parent.mkdir(parents=True, exist_ok=True)
            link.symlink_to(file)
    site.env["PYTHONPATH"] = str(apart)
    assert says(site, "import many.inner.same as s; print(s.who())") == ["2"]


def test_a_relative_path(site):
    site.env["PYTHONPATH"] = "many/.."
    assert says(site, "import many.inner.same as s; print(s.who())") == ["2"]


def test_without_its_library(site):
    (site.folder / LIBRARY).unlink()
    said = fails(site, "import many.inner.same")
    library = f"{site.folder}/many/inner/../many_things.pyrx{SUFFIX}"
    # Its package is the first to need it.
    message = f"ImportError: many.inner needs {library}, the library of its package, which cannot be loaded; install"
    assert said.startswith(message) and said.count(library) == 2
    # What was not compiled does without.
    assert says(site, "import many.plain; print(many.plain.who())") == ["0"]


def test_with_a_library_that_is_none(site):
    (site.folder / LIBRARY).write_text("none\n")
    assert "which cannot be loaded; install the package again (" in fails(site, "import many.sums")


def test_with_the_library_of_another_version(site, tmp_path):
    other = small(tmp_path / "p", 'include = ["*.py"]').wheel()
    content = zipfile.ZipFile(other.path).read(f"small_thing/small_thing.pyrx{SUFFIX}")
    (site.folder / LIBRARY).write_bytes(content)
    said = fails(site, "import many.sums")
    assert said.startswith("ImportError: many.sums is not in ")
    assert said.endswith("the library of its package, which is of another version; install the package again")


def test_a_long_path(site):
    deep = site.folder.joinpath(*["x" * 200] * 18)
    deep.mkdir(parents=True)
    shutil.copytree(site.folder / "many", deep / "many")
    site.env["PYTHONPATH"] = str(deep)
    assert len(str(deep)) < 4000
    assert says(site, "import many.inner.same as s; print(s.who())") == ["2"]


def test_two_distributions_in_a_process(site, tmp_path):
    """With modules of the same names, one of them with a part of the other's package."""
    tree = many(tmp_path / "other")
    project = (tree.folder / "pyproject.toml").read_text().replace("many-things", "many.Others")
    tree.write("pyproject.toml", project.replace("many.", "more.").replace("lib/many", "lib/more"))
    shutil.move(tree.folder / "lib" / "many", tree.folder / "lib" / "more")
    for file in (tree.folder / "lib").rglob("*.py"):
        file.write_text(file.read_text().replace("many", "more").replace("return 1", "return 11"))
    wheel = tree.wheel()
    assert f"more/more_others.pyrx{SUFFIX}" in wheel.names()
    wheel.unpack(site.folder)
    code = """
import many.same as a, more.same as b, more.space.far as f, many.space.far as g, many.threads as t, more.threads as u
print(a.who(), b.who(), f.farther(1), g.farther(1), type(a.who) is type(b.who), t.spread(1000) == u.spread(1000))
"""
    assert says(site, code) == ["1", "11", "12", "2", "False", "True"]


def test_two_distributions_with_one_namespace(tmp_path):
    site = Tree(tmp_path / "site")
    for name, value in (("first", "1"), ("second", "2")):
        tree = Tree(tmp_path / name)
        project = PYPROJECT.replace("small-thing", name)
        tree.write("pyproject.toml", f'{project}[tool.pyrx]\npackages = ["lib/space"]\ninclude = ["*.py"]\n')
        tree.write(f"lib/space/{name}_a.py", f"def who() -> int:\n    return {value}\n")
        tree.write(f"lib/space/{name}_b.py", TOTAL)
        tree.wheel().unpack(site.folder)
    site.env["PYTHONPATH"] = str(site.folder)
    assert sorted(path.name for path in (site.folder / "space").glob("*.pyrx*")) == [
        f"first.pyrx{SUFFIX}",
        f"second.pyrx{SUFFIX}",
    ]
    assert says(site, "import space.first_a as a, space.second_a as b; print(a.who(), b.who())") == ["1", "2"]


def test_modules_outside_of_packages(tmp_path):
    tree = Tree(tmp_path / "p")
    tree.write("pyproject.toml", f'{PYPROJECT}[tool.pyrx]\ninclude = ["*.py"]\n')
    tree.write("src/alone.py", TOTAL)
    tree.write("src/pack/deep/low.py", MODULES["many.same"])
    wheel = tree.wheel()
    assert [name for name in wheel.names() if name.endswith(SUFFIX)] == [
        f"alone{SUFFIX}",
        f"pack/deep/low{SUFFIX}",
        f"small_thing.pyrx{SUFFIX}",
    ]
    code = "import pack.deep.low as l, alone; print(l.who(), alone.total(4))"
    assert says(installed(wheel, tmp_path / "site"), code) == ["1", "6"]


@pytest.mark.skipif(sys.platform != "linux", reason="counts threads as Linux tells them")
def test_one_pool_of_threads(site):
    code = """
import os, many.threads as t, many.wires as w
count = lambda: len(os.listdir('/proc/self/task'))
before = count(); t.spread(10_000_000); one = count(); w.spread(10_000_000)
print(before, one, count())
"""
    site.env["PYRX_NUM_THREADS"] = "5"
    before, one, both = map(int, says(site, code))
    assert 0 < one - before <= 5 and both == one


def test_one_copy_of_the_runtime(site):
    """Modules of all folders find the same one: its statics, such as the class of functions, are there once."""
    code = """
import many.sums as a, many.inner as b, many.inner.same as c
print(*{type(f).__name__ for f in (a.total, b.both, c.who)}, len({type(f) for f in (a.total, b.both, c.who)}))
"""
    assert says(site, code) == ["compiled_function", "1"]


def test_one_module_is_an_extension(tmp_path):
    wheel = small(tmp_path / "p").wheel()
    assert [name for name in wheel.names() if name.endswith(SUFFIX)] == [f"small_thing/thing{SUFFIX}"]


def test_modules_for_one_cpu_stay_apart(tmp_path):
    tool = 'include = ["*.py"]\n[tool.pyrx.overrides."*.own*"]\nnative = true'
    tree = small(tmp_path / "p", tool, own_DOT_py=TOTAL, owner_DOT_py=TOTAL, other_DOT_py=TOTAL)
    (tree.folder / "small_thing" / "__init__.py").unlink()
    wheel = tree.wheel()
    with zipfile.ZipFile(wheel.path) as file:
        sizes = {i.filename.partition(".")[0]: i.file_size for i in file.infolist() if i.filename.endswith(SUFFIX)}
    assert {name.partition("/")[2]: size < MOST for name, size in sizes.items()} == {
        "other": True,
        "own": False,
        "owner": False,
        "small_thing": False,
        "thing": True,
    }
    code = "import small_thing.own as a, small_thing.other as b; print(a.total(4), b.total(4))"
    assert says(installed(wheel, tmp_path / "site"), code) == ["6", "6"]
    alone = small(tmp_path / "q", 'include = ["*.py"]\nnative = true', other_DOT_py=TOTAL).wheel()
    assert not any(".pyrx." in name for name in alone.names())


def test_sources_can_stay_at_home(tmp_path):
    tree = many(tmp_path / "p")
    project = (tree.folder / "pyproject.toml").read_text()
    tree.write("pyproject.toml", project.replace("[tool.pyrx]\n", "[tool.pyrx]\nship-source = false\n"))
    wheel = tree.wheel()
    assert [name for name in wheel.names() if name.endswith(".py")] == ["many/__init__.py", "many/plain.py"]
    site = installed(wheel, tmp_path / "site")
    assert says(site, "import many.inner as i; print(i.who(), type(i.both).__name__)") == ["2", "compiled_function"]


def test_errors_of_all_modules_are_shown_where_they_are(tmp_path):
    files = {
        "bad_DOT_pyx": "x = 1\ncdef int f(:\n    pass\n",
        "worse_DOT_pyx": "cdef int f(:\n    pass\n",
        "good_DOT_py": TOTAL,
    }
    tree = small(tmp_path / "p", 'include = ["*.py", "*.pyx"]', **files)
    said = tree.hook("build_wheel", tmp_path, status=1)
    assert "--> small_thing/bad.pyx:2:12" in said and "--> small_thing/worse.pyx:1:12" in said
    assert said.endswith("what is wrong was printed above\n") and not list(tmp_path.glob("*.whl"))


def test_the_same_bytes_after_a_change_and_back(wheel, tmp_path):
    tree = many(tmp_path / "p")
    tree.write("lib/many/same.py", "def who() -> int:\n    return 100\n")
    (tree.folder / "lib" / "many" / "wires.py").unlink()
    changed = tree.wheel()
    assert says(installed(changed, tmp_path / "site"), "import many.space.far as f; print(f.farther(1))") == ["101"]
    assert f"many/wires{SUFFIX}" not in changed.names()
    assert many(tmp_path / "p").wheel().path.read_bytes() == wheel.path.read_bytes()


def test_two_caches_give_the_same_bytes(wheel, tmp_path):
    alone = small(tmp_path / "one").wheel()
    trees = [many(tmp_path / "p"), small(tmp_path / "another")]
    for tree, expected in zip(trees, (wheel, alone), strict=True):
        tree.env["PYRX_CACHE_DIR"] = str(tmp_path / "elsewhere")
        assert tree.wheel().path.read_bytes() == expected.path.read_bytes()
    shutil.rmtree(tmp_path / "elsewhere")


REFUSES = """\
#!{python}
import os, sys
for file in sys.argv[1:]:
    if file.endswith("src/lib.rs") and os.path.exists(file):
        text = open(file).read()
        if 'code("refused"' in text and "let wrong" not in text:
            open(file, "w").write(text.replace("let mut s", "let wrong: () = 1u8; let mut s", 1))
os.execvp({rustc!r}, [{rustc!r}, *sys.argv[1:]])
"""


def test_what_rustc_refuses_is_left_to_the_interpreter(tmp_path):
    # Of its own: what was compiled before is not compiled again.
    odd = f"{TOTAL.replace('total', 'refused')}\n\n{TOTAL}\n# {uuid.uuid4()}\n"
    tree = small(tmp_path / "p", 'include = ["*.py"]', odd_DOT_py=odd)
    rustc = tree.write("rustc", REFUSES.format(python=sys.executable, rustc=shutil.which("rustc")))
    rustc.chmod(0o755)
    tree.env["RUSTC"] = str(rustc)
    out = tmp_path / "out"
    out.mkdir()
    said = tree.python("-c", "import pyrx.build as b, sys; b.build_wheel(sys.argv[1])", str(out)).stderr
    assert "--> small_thing/odd.py:1:1" in said and "rustc refused what pyrx made of `refused`" in said
    assert "small_thing.odd: 1 native, 0 mixed, 1 left" in said and "small_thing.thing: 1 native" in said
    site = installed(Archive(next(out.iterdir())), tmp_path / "site")
    code = "import small_thing.odd as o; print(o.refused(4), type(o.refused).__name__, type(o.total).__name__)"
    assert says(site, code) == ["6", "function", "compiled_function"]


def test_lists_that_are_none(tmp_path):
    """`pyrx build --library`, which the backend calls."""
    tree = small(tmp_path / "p")
    run = "import subprocess, sys, os; d = subprocess.run([os.environ['PYRX'], 'build', *sys.argv[1:]], text=True, "
    run += "capture_output=True); print(d.returncode, d.stderr)"
    tree.write("list.json", "[3]")
    said = tree.python("-c", run, "--library", "list.json", "-o", "out").stdout
    assert said.startswith("2 ") and "list.json is no list of modules: " in said
    assert "cannot read none.json" in tree.python("-c", run, "--library", "none.json", "-o", "out").stdout
    assert "--out-dir" in tree.python("-c", run, "--library", "list.json").stdout
    tree.write("list.json", '{"library": "x", "modules": []}')
    assert tree.python("-c", run, "--library", "list.json", "-o", "out").stdout.startswith("0 ")
