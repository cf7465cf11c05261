"""For projects that keep setuptools: `setup(ext_modules=pyrxify(["src/package/module.py"]))`.

Where `pyrx-compiler` is installed, setuptools builds what `pyrxify` returns like any other extension; where it is merely
on the path, `cmdclass={"build_ext": build_ext}` says so.
"""

import glob
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from setuptools import Extension
from setuptools.command.build_ext import build_ext as _build_ext
from setuptools.errors import CompileError, OptionError

from pyrx._build import compiling, settings
from pyrx._build.failure import BuildFailure
from pyrx._build.project import SOURCES, dotted

__all__ = ["PyrxExtension", "build_ext", "pyrxify"]


class PyrxExtension(Extension):
    """A module that pyrx compiles: its dotted name, its source, the folder that its name starts from."""

    def __init__(self, name: str, source: str, root: str, options: settings.Options):
        super().__init__(name, [source])
        self.root = root
        self.options = options

    def _convert_pyx_sources_to_lang(self):
        """Leaves a `.pyx` what it is: setuptools looks for a C file beside it otherwise."""


def pyrxify(
    modules: Iterable[str],
    *,
    root: str | None = None,
    exclude: Iterable[str] = (),
    directives: Mapping[str, bool | int | str] | None = None,
    strict: bool = False,
    native: bool = False,
) -> list[Extension]:
    """The extensions of modules, for `ext_modules` of `setup`.

    modules: paths of `.py` and `.pyx` files, or patterns in which `**` stands for any folders, from the folder of setup.py.
    root: the folder that modules are named from; `src` if all lie in it, otherwise the folder of setup.py.
    exclude: paths or patterns that are left out.
    directives, strict, native: as in `[tool.pyrx]`; `PYRX_STRICT` and the like win. With `PYRX_DISABLE=1` there are none.

    Raises `setuptools.errors.OptionError` for a pattern that names no module, and for settings that are refused.
    """
    try:
        said = settings.read({"directives": dict(directives or {}), "strict": strict, "native": native}, None)
    except BuildFailure as failure:
        raise OptionError(str(failure)) from failure
    left_out = {file for pattern in exclude for file in glob.glob(pattern, recursive=True)}
    files = sorted({file for pattern in modules for file in _matches(pattern)} - left_out)
    if root is None:
        root = "src" if files and all(PurePosixPath(file).parts[0] == "src" for file in files) else "."
    names = {file: dotted(PurePosixPath(os.path.relpath(file, root))) for file in files}
    return [] if said.disabled else [PyrxExtension(names[f], f, root, said.options_of(names[f])) for f in files]


def _matches(pattern: str) -> list[str]:
    found = [file for file in glob.glob(pattern, recursive=True) if file.endswith(SOURCES)]
    if not found:
        raise OptionError(f"pyrxify: there is no module `{pattern}`")
    return found


class build_ext(_build_ext):
    """Builds what `pyrxify` returned, and leaves other extensions to setuptools."""

    def build_extension(self, ext):
        if not isinstance(ext, PyrxExtension):
            super().build_extension(ext)
            return
        target = Path(self.get_ext_fullpath(ext.name))
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="pyrx-setup-") as out:
            shutil.copy(_compiled(ext, Path(out)), target.with_name(target.name + ".new"))
        # A process that runs keeps the old one.
        os.replace(target.with_name(target.name + ".new"), target)


def _compiled(ext: PyrxExtension, out: Path) -> Path:
    """The extension in a folder of its own; what is wrong with it was printed where this raises CompileError."""
    arguments = compiling.building(Path(ext.root), ext.options, out)
    (source,) = ext.sources
    try:
        run = [compiling.command(), *arguments, "--reproducible", "--python", sys.executable, source]
        done = subprocess.run(run, env=compiling.environment(), stdout=subprocess.DEVNULL, check=False)
    except BuildFailure as failure:
        raise CompileError(str(failure)) from failure
    if done.returncode != 0:
        raise CompileError(f"{ext.name} did not compile; what is wrong was printed above")
    (built,) = out.rglob(f"*{compiling.EXTENSION}")
    return built
