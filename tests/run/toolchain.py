"""Runs the compiler under test: `pyrx build` into a cached folder, `pyrx check` for the levels.

`PYRX` names the binary (default: this tree's newest build, else the one on the path), `PYRX_TEST_CACHE` the folder.
"""

import functools
import hashlib
import importlib.machinery
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SUFFIX = importlib.machinery.EXTENSION_SUFFIXES[0]
BUILD_TIMEOUT = 900
KEPT_SECONDS = 24 * 3600


class BuildError(Exception):
    """The compiler refused or failed; the text is what it said."""


@dataclass(frozen=True)
class Built:
    """A module in two folders: its source alone, and its source with the extension beside it."""

    oracle: Path
    extension: Path


@functools.cache
def pyrx() -> Path:
    """The binary under test."""
    if "PYRX" in os.environ:
        return Path(os.environ["PYRX"]).resolve()
    own = [ROOT / "target" / profile / "pyrx" for profile in ("release", "debug")]
    own = sorted((path for path in own if path.exists()), key=lambda path: path.stat().st_mtime)
    found = own[-1] if own else shutil.which("pyrx")
    if found is None:
        raise BuildError("no pyrx binary: build the workspace or set PYRX")
    return Path(found)


@functools.cache
def cache() -> Path:
    """The folder of this compiler's outputs; it goes by the contents of the binary and of the runtime."""
    digest = hashlib.sha256(pyrx().read_bytes())
    for path in sorted([*(ROOT / "runtime").rglob("*.rs"), *(ROOT / "templates").rglob("*")]):
        if path.is_file():
            digest.update(path.read_bytes())
    digest.update(sys.version.encode())
    top = Path(os.environ.get("PYRX_TEST_CACHE", Path(tempfile.gettempdir()) / "pyrx-test-cache"))
    folder = top / digest.hexdigest()[:16]
    folder.mkdir(parents=True, exist_ok=True)
    os.utime(folder)
    for old in top.iterdir():
        if old.stat().st_mtime < time.time() - KEPT_SECONDS:
            shutil.rmtree(old, ignore_errors=True)
    return folder


def environment(paths: tuple[Path, ...] | list[Path] = ()) -> dict[str, str]:
    """The environment with this tree's `pyrx` package, and what lies in the folders `paths`, importable."""
    env = dict(os.environ)
    folders = [str(ROOT / "python"), *map(str, paths), env.get("PYTHONPATH")]
    env["PYTHONPATH"] = os.pathsep.join(filter(None, folders))
    env["PYTHONDONTWRITEBYTECODE"] = "1"
    return env


def run(args: list[str | Path], cwd: Path) -> subprocess.CompletedProcess:
    """Runs the compiler; its output comes as text."""
    command = [str(pyrx()), *map(str, args)]
    return subprocess.run(
        command, cwd=cwd, env=environment(), capture_output=True, text=True, timeout=BUILD_TIMEOUT, check=False
    )


def build(
    modules: dict[str, str],
    options: tuple[str, ...] = (),
    stubs: dict[str, dict[str, str]] | None = None,
    suffix: str = ".py",
) -> dict[str, Built | BuildError]:
    """Builds modules (name -> source) with one command, those that fail again one by one; what is cached is not built.

    `stubs` has the texts of files that lie beside a module, by suffix (`.pyi`, `.pxd`) or by name."""
    stubs = stubs or {}
    folders = {name: _folder(name + suffix, source, options, stubs.get(name, {})) for name, source in modules.items()}
    missing = [name for name, folder in folders.items() if not _finished(folder, name)]
    if len(missing) > 1:
        _build({name: folders[name] for name in missing}, options, suffix)
    result: dict[str, Built | BuildError] = {}
    for name, folder in folders.items():
        said = None if _finished(folder, name) else _build({name: folder}, options, suffix)
        if said is None:
            result[name] = Built(folder / "oracle" / f"{name}{suffix}", folder / "compiled" / f"{name}{SUFFIX}")
        else:
            result[name] = BuildError(said)
    return result


def build_one(name: str, source: str, options: tuple[str, ...] = (), stub: dict[str, str] | None = None) -> Built:
    """Builds one module. Raises BuildError."""
    built = build({name: source}, options, {name: stub or {}})[name]
    if isinstance(built, BuildError):
        raise built
    return built


def _folder(file: str, source: str, options: tuple[str, ...], stub: dict[str, str]) -> Path:
    digest = hashlib.sha256("\0".join([source, *stub.values(), *options]).encode()).hexdigest()[:16]
    folder = cache() / f"{Path(file).stem}-{digest}"
    for world in ("oracle", "compiled"):
        lay_out(folder / world / file, source, stub)
    return folder


def lay_out(path: Path, source: str, stub: dict[str, str]) -> None:
    """Writes a module and what lies beside it, once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = {path.stem + key if key.startswith(".") else key: text for key, text in stub.items()}
    for name, text in {path.name: source, **beside}.items():
        if not (path.parent / name).exists():
            (path.parent / name).write_text(text, encoding="utf-8")


def _finished(folder: Path, name: str) -> bool:
    return (folder / "finished").exists() and (folder / "compiled" / f"{name}{SUFFIX}").exists()


def _build(folders: dict[str, Path], options: tuple[str, ...], suffix: str) -> str | None:
    """Builds into the folders and returns what the compiler said if it failed."""
    files = [folder / "compiled" / f"{name}{suffix}" for name, folder in folders.items()]
    done = run(["build", *options, *files], cwd=files[0].parent)
    said = f"$ pyrx build {' '.join(map(str, options))} {' '.join(map(str, files))}\n{done.stdout}{done.stderr}"
    if done.returncode != 0:
        return f"{said}\nexit status {done.returncode}"
    if "internal error" in said:
        return said
    absent = [name for name, folder in folders.items() if not (folder / "compiled" / f"{name}{SUFFIX}").exists()]
    if absent:
        return f"{said}\nno extension beside {', '.join(absent)}"
    for folder in folders.values():
        (folder / "finished").touch()
    return None


def checked(path: Path) -> list[dict]:
    """What `pyrx check --output-format json` says of each function of a file. Raises BuildError."""
    done = run(["check", "--output-format", "json", path], cwd=path.parent)
    try:
        return json.loads(done.stdout)["modules"][0]["functions"]
    except (ValueError, KeyError, TypeError) as error:
        raise BuildError(f"$ pyrx check --output-format json {path}\n{done.stdout}{done.stderr}\n{error!r}") from error


def levels(path: Path) -> dict[str, str]:
    """The level of each function of a file. Raises BuildError."""
    return {function["qualname"]: function["level"] for function in checked(path)}
