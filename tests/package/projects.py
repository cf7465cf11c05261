"""Projects that are built, and the hooks that build them, called as frontends call them."""

import csv
import importlib.machinery
import io
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "tests" / "cli"))

from command import binary as command

EXAMPLE = ROOT / "examples" / "package"
SUFFIX = importlib.machinery.EXTENSION_SUFFIXES[0]
TIMEOUT = 600

# Calls a hook in the project's folder, in a process of its own as frontends do.
CALL = "import sys, json, pyrx.build as b; print(json.dumps(getattr(b, sys.argv[1])(*json.loads(sys.argv[2]))))"

PYPROJECT = """\
[build-system]
requires = ["pyrx-compiler"]
build-backend = "pyrx.build"

[project]
name = "small-thing"
version = "1.0"

"""
TOTAL = """\
def total(n: int) -> int:
    s = 0
    for i in range(n):
        s += i
    return s
"""


class Tree:
    """A project's folder, and what it says."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.folder.mkdir(parents=True, exist_ok=True)
        self.env = {name: value for name, value in os.environ.items() if not name.startswith("PYRX_")}
        for name in ("PYRX_CACHE_DIR", "PYRX_CACHE_SIZE"):
            if name in os.environ:
                self.env[name] = os.environ[name]
        self.env |= {"PYTHONPATH": str(ROOT / "python"), "PYTHONDONTWRITEBYTECODE": "1", "PYRX": str(command())}

    def write(self, name: str, text: str | bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    def copy(self, source: Path) -> "Tree":
        ignored = shutil.ignore_patterns("__pycache__", "build", "dist", ".pytest_cache")
        shutil.copytree(source, self.folder, dirs_exist_ok=True, ignore=ignored)
        return self

    def python(self, *arguments: str, status: int = 0) -> subprocess.CompletedProcess:
        run = [sys.executable, *arguments]
        done = subprocess.run(
            run, cwd=self.folder, env=self.env, capture_output=True, text=True, timeout=TIMEOUT, check=False
        )
        assert done.returncode == status, f"{done.stdout}{done.stderr}\nexit status {done.returncode}"
        return done

    def hook(self, name: str, *arguments, status: int = 0):
        """What a hook returns, or what it prints where it is to fail."""
        import json

        done = self.python(
            "-c", CALL, name, json.dumps([str(a) if isinstance(a, Path) else a for a in arguments]), status=status
        )
        assert "Traceback" not in done.stderr, done.stderr
        return done.stderr if status else json.loads(done.stdout.splitlines()[-1])

    def wheel(self, config: dict | None = None) -> "Archive":
        out = self.folder.parent / f"out-{self.folder.name}"
        out.mkdir(exist_ok=True)
        return Archive(out / self.hook("build_wheel", out, config))


def small(folder: Path, tool: str = 'include = ["thing.py"]', **files: str) -> Tree:
    """A project of one package, `small_thing`, with a module `thing`; `tool` is the content of `[tool.pyrx]`."""
    tree = Tree(folder)
    tree.write("pyproject.toml", f"{PYPROJECT}[tool.pyrx]\n{tool}\n")
    tree.write("small_thing/__init__.py", "")
    tree.write("small_thing/thing.py", TOTAL)
    for name, text in files.items():
        tree.write(f"small_thing/{name.replace('_DOT_', '.')}", text)
    return tree


class Archive:
    """A wheel."""

    def __init__(self, path: Path):
        self.path = path

    def names(self) -> list[str]:
        with zipfile.ZipFile(self.path) as file:
            return file.namelist()

    def text(self, name: str) -> str:
        with zipfile.ZipFile(self.path) as file:
            return file.read(name).decode()

    def info(self, name: str) -> str:
        return self.text(f"{'-'.join(self.path.name.split('-')[:2])}.dist-info/{name}")

    def record(self) -> list[list[str]]:
        return list(csv.reader(io.StringIO(self.info("RECORD"))))

    def unpack(self, folder: Path) -> Path:
        with zipfile.ZipFile(self.path) as file:
            file.extractall(folder)
        return folder
