"""Running `pyrx build` for the modules of a project."""

import os
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import replace
from importlib import metadata
from itertools import groupby
from pathlib import Path

from pyrx._build.failure import BuildFailure
from pyrx._build.project import Module, Project
from pyrx._build.settings import Options

# What the name of an extension ends in.
EXTENSION = sysconfig.get_config_var("EXT_SUFFIX")


def command() -> str:
    """The `pyrx` command that belongs to this package: `PYRX`, what was installed with it, the first on PATH."""
    stated = os.environ.get("PYRX")
    if stated:
        if not shutil.which(stated):
            raise BuildFailure(
                f"there is no command `{stated}`, which `PYRX` names; unset it, or run "
                "`python -m pip install pyrx-compiler`"
            )
        return stated
    try:
        installed = [file.locate() for file in metadata.files("pyrx-compiler") or [] if file.name == "pyrx"]
    except metadata.PackageNotFoundError:
        installed = []
    candidates = [*installed, Path(sysconfig.get_path("scripts")) / "pyrx", shutil.which("pyrx")]
    for candidate in candidates:
        if candidate and os.access(candidate, os.X_OK) and Path(candidate).is_file():
            return str(candidate)
    raise BuildFailure("the command `pyrx` was not found; run `python -m pip install pyrx-compiler`")


def has_rust() -> bool:
    """Whether the command will find cargo: `CARGO`, PATH, then where rustup puts it."""
    home = Path(os.environ.get("CARGO_HOME") or Path.home() / ".cargo")
    return bool(os.environ.get("CARGO")) or bool(shutil.which("cargo")) or (home / "bin" / "cargo").is_file()


def requirements() -> list[str]:
    """What a build needs besides pyrx: where Rust is missing, the package that brings it, as for maturin."""
    missing = not has_rust() and not os.environ.get("MATURIN_NO_INSTALL_RUST")
    return ["puccinialin"] if missing else []


def environment() -> dict[str, str]:
    """That of the command, with a Rust that was made for this build where there is none."""
    if not requirements():
        return dict(os.environ)
    try:
        from puccinialin import setup_rust
    except ImportError as error:
        raise BuildFailure(
            "cargo was not found: pyrx needs Rust to compile; install it from https://rustup.rs, or `puccinialin`, "
            "which brings it, into the environment that builds"
        ) from error
    print("Rust was not found; it is installed for this build", file=sys.stderr)
    return {**os.environ, **setup_rust()}


def build(project: Project, out: Path) -> dict[Module, Path]:
    """Compiles all modules into `out` and says where the extensions lie. Raises BuildFailure if one does not compile,
    or has too many lines in the interpreter; which and why was printed then."""
    env = environment()
    statuses = [status for group in groups(project) for status in _statuses(project, group, out, env)]
    if any(statuses):
        raise BuildFailure("not all modules compiled; what is wrong was printed above")
    return {module: extension(module, out) for module in project.compiled}


def groups(project: Project) -> list[list[Module]]:
    """Modules that are compiled alike: one run of the command each."""

    def alike(module: Module):
        most = module.options.max_interp_lines
        return module.options.arguments(), -1 if most is None else most

    ordered = sorted(project.compiled, key=lambda module: (alike(module), module.name))
    return [list(group) for _, group in groupby(ordered, alike)]


def _statuses(project: Project, group: list[Module], out: Path, env: dict[str, str]):
    """The exit statuses of the runs for a group."""
    sources = [str(project.source(module)) for module in group]
    options = group[0].options
    root = project.root.relative_to(project.folder)
    reproducibly = [*building(root, options, out), "--reproducible", "--python", sys.executable]
    for arguments in (checking(options), reproducibly):
        if arguments:
            run = [command(), *arguments, *sources]
            yield subprocess.run(run, cwd=project.folder, env=env, stdout=subprocess.DEVNULL, check=False).returncode


def building(root: Path, options: Options, out: Path, folder: Path | None = None) -> list[str]:
    """The arguments that compile into `out`, without the interpreter and the modules; see `Options.arguments`."""
    return ["build", "--output-format", "full", "--root", str(root), "-o", str(out), *options.arguments(folder)]


def checking(options: Options, folder: Path | None = None) -> list[str]:
    """The arguments that count the lines in the interpreter, if anybody asks how many there are."""
    if options.max_interp_lines is None:
        return []
    most = ["--max-interp-lines", str(options.max_interp_lines)]
    return ["check", "--output-format", "json", *most, *replace(options, native=False).arguments(folder)]


def extension(module: Module, out: Path) -> Path:
    """Where the command puts the extension of a module."""
    return out / module.path.with_name(module.path.stem + EXTENSION)
