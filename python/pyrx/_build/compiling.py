"""Running `pyrx build` for the modules of a project."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from dataclasses import replace
from importlib import metadata
from itertools import groupby, takewhile
from pathlib import Path, PurePosixPath

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


def build(project: Project, folder: Path) -> Path:
    """Compiles all modules into a folder in `folder`, where they lie as in the wheel, and says which. Raises BuildFailure if
    one does not compile, or has too many lines in the interpreter; which and why was printed then.

    Several modules are one library and a shim each. Those for the CPU of this machine alone, and one by itself, are
    extensions of their own.
    """
    env, out = environment(), folder / "out"
    out.mkdir()
    shared = [module for module in project.compiled if not module.options.native]
    if len(shared) < 2:
        shared = []
    alone = [module for module in project.compiled if module not in shared]
    runs = [_check(project, modules) for modules in groups(project.compiled) if checking(modules[0].options)]
    runs += [_library(project, shared, folder / "library.json", out)] if shared else []
    runs += [_extensions(project, modules, out) for modules in groups(alone)]
    # All are run: what is wrong with one is no reason not to tell what is wrong with another.
    statuses = [_status([command(), *run], project, env) for run in runs]
    if any(statuses):
        raise BuildFailure("not all modules compiled; what is wrong was printed above")
    return out


def groups(modules: Iterable[Module]) -> list[list[Module]]:
    """Modules that are compiled alike: one run of the command each."""

    def alike(module: Module):
        most = module.options.max_interp_lines
        return module.options.arguments(), -1 if most is None else most

    ordered = sorted(modules, key=lambda module: (alike(module), module.name))
    return [list(group) for _, group in groupby(ordered, alike)]


def _status(run: list[str], project: Project, env: dict[str, str]) -> int:
    return subprocess.run(run, cwd=project.folder, env=env, stdout=subprocess.DEVNULL, check=False).returncode


def _check(project: Project, modules: list[Module]) -> list[str]:
    others = together(_others(project, modules))
    return [*checking(modules[0].options), *others, *(str(project.source(module)) for module in modules)]


def _extensions(project: Project, modules: list[Module], out: Path) -> list[str]:
    arguments = building(project.root.relative_to(project.folder), modules[0].options, out)
    sources = [str(project.source(module)) for module in modules]
    others = together(_others(project, modules))
    return [*arguments, "--reproducible", "--python", sys.executable, *others, *sources]


def _library(project: Project, modules: list[Module], said: Path, out: Path) -> list[str]:
    root = str(project.root.relative_to(project.folder))
    modules = sorted(modules, key=lambda module: module.name)
    listed = [
        {
            "source": str(project.source(module)),
            "root": root,
            "arguments": [*module.options.arguments(), *together(_others(project, [module]))],
        }
        for module in modules
    ]
    said.write_text(json.dumps({"library": str(library(project, modules)), "modules": listed}), encoding="utf-8")
    arguments = ["build", "--output-format", "full", "-o", str(out), "--library", str(said)]
    return [*arguments, "--reproducible", "--python", sys.executable]


def library(project: Project, modules: list[Module]) -> PurePosixPath:
    """The path of the library in the wheel, without the suffix of extensions: in the folder that all modules lie in or below.
    No other distribution has its name, and no module: it has a dot in it."""
    folders = [module.path.parent.parts for module in modules]
    common = takewhile(lambda parts: len(set(parts)) == 1, zip(*folders, strict=False))
    return PurePosixPath(*(parts[0] for parts in common), f"{project.stem.partition('-')[0]}.pyrx")


def _others(project: Project, modules: list[Module]) -> list[Path]:
    """What modules that are compiled alike may call natively, besides each other."""
    return [project.source(other) for other in alike(project, modules[0]) if other not in modules]


def alike(project: Project, module: Module) -> list[Module]:
    """The modules of Python whose functions may be compiled into a module: those that have its directives."""
    others = [other for other in project.compiled if other.options.directives == module.options.directives]
    return [other for other in others if other != module and other.path.suffix == ".py"]


def together(files: list[Path]) -> list[str]:
    """The arguments that name the modules which a module is compiled together with."""
    return [part for file in files for part in ("--with", str(file))]


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
    """Where the command puts the extension of a module, or its shim."""
    return out / module.path.with_name(module.path.stem + EXTENSION)
