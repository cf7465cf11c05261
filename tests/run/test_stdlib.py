"""Modules of the standard library build, import and behave as the originals; prints their functions per level."""

import collections
import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import toolchain

LIBRARY = Path(importlib.util.find_spec("heapq").origin).parent
MODULES = {
    "statistics": ["statistics.py"],
    "heapq": ["heapq.py"],
    "bisect": ["bisect.py"],
    "fractions": ["fractions.py"],
    "colorsys": ["colorsys.py"],
    "textwrap": ["textwrap.py"],
    "json": [f"json/{part}.py" for part in ("decoder", "encoder", "scanner", "tool", "__init__")],
    "difflib": ["difflib.py"],
}
ACCELERATORS = ("_bisect", "_heapq", "_json", "_statistics")
USES = Path(__file__).with_name("stdlib_uses.py")


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A folder with copies of all modules."""
    top = tmp_path_factory.mktemp("stdlib")
    for paths in MODULES.values():
        for path in paths:
            (top / path).parent.mkdir(exist_ok=True)
            shutil.copy(LIBRARY / path, top / path)
    return top


def use(module: str, path: str, blocked: bool) -> str:
    """What the module's uses print, with the module found in `path` first; C accelerators may be kept away."""
    command = [sys.executable, str(USES), module, path, *(ACCELERATORS if blocked else ())]
    env = toolchain.environment() | {"PYTHONHASHSEED": "0"}
    done = subprocess.run(command, capture_output=True, text=True, env=env, timeout=300, check=False)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}{done.stderr}"
    return done.stdout


@pytest.mark.parametrize("module", MODULES)
def test_module(module, folder, capsys):
    before = {blocked: use(module, str(LIBRARY), blocked) for blocked in (False, True)}
    levels = collections.Counter()
    for path in MODULES[module]:
        done = toolchain.run(["build", folder / path], cwd=folder)
        said = done.stdout + done.stderr
        assert done.returncode == 0, f"pyrx build {path}\n{said}"
        assert "internal error" not in said, said
        assert (folder / path.replace(".py", toolchain.SUFFIX)).exists(), f"no extension for {path}\n{said}"
        levels.update(toolchain.levels(folder / path).values())
    with capsys.disabled():
        print(f"\n{module}: " + ", ".join(f"{levels[level]} {level}" for level in ("native", "mixed", "interpreted")))
    for blocked, expected in before.items():
        got = use(module, str(folder), blocked)
        assert got.splitlines()[0].startswith(f"{folder}"), f"imported {got.splitlines()[0]}"
        assert got.splitlines()[0].endswith(".so"), f"imported {got.splitlines()[0]}"
        assert got.splitlines()[1:] == expected.splitlines()[1:]
