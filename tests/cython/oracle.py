"""Builds a module with Cython and the C compiler: what a `.pyx` means.

Everything is kept by the contents of its sources. The code that all modules share (views, functions) is in one module of
its own, which makes each build three times as fast.
"""

import hashlib
import importlib.metadata
import os
import re
import shlex
import subprocess
import sys
import sysconfig
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import toolchain
from cases import CaseFile

SHARED = "cython_shared"
C_FLAGS = [
    "-O1",
    "-Werror=implicit-function-declaration",
    "-fwrapv",
    "-fPIC",
    "-shared",
    "-fopenmp",
    "-DNPY_NO_DEPRECATED_API=NPY_1_7_API_VERSION",
]
TIMEOUT = 600
_MESSAGE = re.compile(r"^(\w+)\.pyx:(\d+:\d+: .*)$", re.MULTILINE)
AT_ONCE = 2


def cache() -> Path:
    """The folder of this Cython's outputs."""
    version = importlib.metadata.version("cython")
    folder = toolchain.cache().parent / f"cython-{version}-{sys.implementation.cache_tag}"
    folder.mkdir(parents=True, exist_ok=True)
    os.utime(folder)
    return folder


def shared_folder() -> Path:
    """The folder of the module of shared code, which importing needs on the path. Raises BuildError."""
    folder = cache() / SHARED
    folder.mkdir(exist_ok=True)
    built = folder / f"{SHARED}{toolchain.SUFFIX}"
    if not built.exists():
        _cython([f"--generate-shared={SHARED}.c"], folder)
        _compile(folder / f"{SHARED}.c")
    return folder


def build(cases: list[CaseFile]) -> dict[str, Path | toolchain.BuildError]:
    """The extension of each case by name, or why there is none."""
    shared_folder()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return dict(zip([case.name for case in cases], pool.map(_build, cases), strict=True))


def build_beside(folder: Path) -> None:
    """Builds the modules below a folder, which their names start from, and puts their extensions beside them. Raises
    BuildError."""
    for path in sorted(folder.rglob("*.pyx")):
        _cython([str(path.relative_to(folder))], folder)
        _compile(path.with_suffix(".c"))


def _digest(texts: list[str]) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:16]


def _build(case: CaseFile) -> Path | toolchain.BuildError:
    path = (
        cache()
        / f"{case.name}-{_digest([case.source, *case.stub.values(), *C_FLAGS])}"
        / f"{case.name}{case.path.suffix}"
    )
    built = path.with_name(f"{case.name}{toolchain.SUFFIX}")
    if built.exists():
        return built
    toolchain.lay_out(path, case.source, case.stub)
    said: toolchain.BuildError | None = None
    for sharing in ([f"--shared={SHARED}"], []):  # some modules do not compile with the shared one
        try:
            for name in [path.name, *(name for name in case.stub if name.endswith(".pyx"))]:
                _cython([*sharing, name], path.parent)
                _compile((path.parent / name).with_suffix(".c"))
            return built
        except toolchain.BuildError as error:
            said = error
    return said


def messages(files: list[Path]) -> dict[str, list[str]]:
    """What Cython says of wrong modules, as `line:column: message`, by name."""
    texts = [path.read_text(encoding="utf-8") for path in files]
    folder = cache() / f"messages-{_digest(texts)}"
    for path, text in zip(files, texts, strict=True):
        toolchain.lay_out(folder / path.name, text, {})
    said = folder / "said.txt"
    if not said.exists():
        command = [sys.executable, "-m", "cython", *(path.name for path in files)]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=TIMEOUT, check=False)
        said.write_text(done.stderr, encoding="utf-8")
    found: dict[str, list[str]] = {path.stem: [] for path in files}
    for name, message in _MESSAGE.findall(said.read_text(encoding="utf-8")):
        found[name].append(message.rstrip())
    return found


def _cython(arguments: list[str], folder: Path) -> None:
    _run([sys.executable, "-m", "cython", *arguments], folder)


def _compile(path: Path) -> Path:
    """Compiles generated C; the extension appears whole or not at all."""
    built = path.with_name(path.stem + toolchain.SUFFIX)
    includes = [f"-I{sysconfig.get_paths()['include']}", f"-I{np.get_include()}"]
    compiler = shlex.split(sysconfig.get_config_var("CC") or "cc")
    _run([*compiler, *C_FLAGS, *includes, path.name, "-o", "unfinished.so"], path.parent)
    path.with_name("unfinished.so").replace(built)
    return built


def _run(command: list[str], folder: Path) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=TIMEOUT, check=False)
    if done.returncode != 0:
        raise toolchain.BuildError(f"$ {shlex.join(command)}\n{done.stdout}{done.stderr}")
