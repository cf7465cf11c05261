"""`pyrx build --emit project`: a maturin project that stands by itself."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from projects import TOTAL, Archive, Tree, command


@pytest.fixture
def tree(tmp_path) -> Tree:
    tree = Tree(tmp_path / "mine")
    tree.write("kernel.py", TOTAL)
    tree.write("pkg/__init__.py", "")
    tree.write("pkg/sub/thing.py", TOTAL)
    return tree


def pyrx(tree: Tree, *arguments: object, status: int = 0) -> str:
    run = [str(command()), *map(str, arguments)]
    done = subprocess.run(run, cwd=tree.folder, env=tree.env, capture_output=True, text=True, check=False)
    assert done.returncode == status, done.stderr
    return done.stderr


def names(folder: Path) -> list[str]:
    files = [str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()]
    return sorted(name for name in files if not name.startswith("runtime/"))


def test_the_files_of_a_project(tree):
    tree.env |= {"PATH": "/usr/nowhere", "HOME": str(tree.folder)}  # without Rust
    pyrx(tree, "build", "--emit", "project", "one", "--python", sys.executable, "kernel.py")
    own = [".gitignore", "Cargo.lock", "Cargo.toml", "README.md", "pyproject.toml", "src/lib.rs"]
    assert names(tree.folder / "one") == own
    assert (tree.folder / "one" / "runtime" / "Cargo.toml").exists()
    pyrx(tree, "build", "--emit", "project", "two", "--python", sys.executable, "--root", ".", "pkg/sub/thing.py")
    python = ["python/pkg/__init__.py", "python/pkg/sub/__init__.py", "python/pkg/sub/thing.py"]
    assert names(tree.folder / "two") == sorted([*own, *python])
    texts = [path.read_text() for path in (tree.folder / "two").rglob("*.toml")]
    assert not any(str(tree.folder) in text for text in texts)


def test_what_is_refused(tree):
    tree.write("full/x", "")
    said = pyrx(tree, "build", "--emit", "project", "full", "kernel.py", status=2)
    assert "full is not empty" in said and (tree.folder / "full" / "x").exists()
    assert "there is no `--emit rust`" in pyrx(tree, "build", "--emit", "rust", "new", "kernel.py", status=2)
    two = pyrx(tree, "build", "--emit", "project", "new", "kernel.py", "pkg/sub/thing.py", status=2)
    assert "takes a folder and one module" in two
    tree.write("wrong.py", "def f(:\n")
    assert "wrong.py:1:" in pyrx(tree, "build", "--emit", "project", "new", "wrong.py", status=1)
    assert not (tree.folder / "new").exists()


def test_maturin_builds_it_without_pyrx(tree, tmp_path):
    pyrx(tree, "build", "--emit", "project", "one", "kernel.py")
    pyrx(tree, "build", "--emit", "project", "two", "--root", ".", "pkg/sub/thing.py")
    del tree.env["PYRX"], tree.env["PYTHONPATH"]
    beside = Path(sys.executable).with_name("maturin")
    maturin = str(beside) if beside.exists() else shutil.which("maturin")
    # The runtime of both projects lies in one place, so that it is compiled once.
    tree.env["CARGO_TARGET_DIR"] = str(tmp_path / "target")
    shutil.move(tree.folder / "two" / "runtime", tmp_path / "runtime")
    shutil.rmtree(tree.folder / "one" / "runtime")
    for name in ("one", "two"):
        project = tree.folder / name
        (project / "runtime").symlink_to(tmp_path / "runtime")
        run = [maturin, "build", "--release", "-i", sys.executable, "--out", str(tmp_path / "wheels")]
        quiet = {
            "stdin": subprocess.DEVNULL,
            "capture_output": True,
            "text": True,
        }  # `rustc -` would read a program there
        done = subprocess.run(run, cwd=project, env=tree.env, check=False, **quiet)
        assert done.returncode == 0, done.stderr
        assert "warning" not in done.stderr
    for wheel in (tmp_path / "wheels").iterdir():
        Archive(wheel).unpack(tmp_path / "installed")
    tree.env["PYTHONPATH"] = str(tmp_path / "installed")
    tree.folder = tmp_path
    code = (
        "import kernel, pkg.sub.thing as t; print(kernel.total(4), t.total(5), t.__name__, t.__file__.endswith('.so'))"
    )
    assert tree.python("-c", code).stdout == "6 10 pkg.sub.thing True\n"
