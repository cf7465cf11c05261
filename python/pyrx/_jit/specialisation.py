"""A slice compiled for argument types: in a folder of the cache named by all that decides what it is."""

import hashlib
import itertools
import json
import os
import re
import shutil
import subprocess
import sysconfig
import threading
import types
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

from pyrx import _cache
from pyrx._build import finder
from pyrx._jit.slices import Slice

EXTENSION = sysconfig.get_config_var("EXT_SUFFIX")


class Refused(Exception):
    """What the command said of a function that it does not compile; ends in a newline."""


class Specialisation(finder.Module):
    """The module of a slice, with a stub that says the types of arguments."""

    def __init__(self, slice: Slice, given: list, arguments: list[str]):
        self.slice = slice
        text, stub = slice.text, slice.stub(given)
        parts = (text, stub, slice.qualname, *arguments, EXTENSION, _cache.compiler())
        self.key = hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]
        folder = _cache.folder("jit", self.key)
        name = f"jit_{slice.name}" if slice.name.isascii() else "jit"
        self.path = folder / f"{name}.py"
        _cache.write(self.path, text)
        _cache.write(folder / f"{name}.pyi", stub)
        extension = str(folder / f"{name}{EXTENSION}")
        building = ["build", "-o", str(folder), *arguments]
        self.options = [argument for argument in arguments if argument != "--native"]
        super().__init__(name, str(self.path), extension, building, "--strict" in arguments, [str(folder)])

    def load(self) -> types.ModuleType:
        """The module, compiled if it is not yet. Where it is given objects, it shares nothing with others of this process.

        Raises Refused if the function has no compiled form.
        """
        said = Path(self.extension + ".refused")
        if said.exists():
            raise Refused(self._in_its_file(said.read_text(encoding="utf-8")))
        problem = self.compile()
        if problem is not None:
            raise Refused(self._in_its_file(problem))
        return _load(self)

    def facts(self) -> dict:
        """What `pyrx check` says of the function: its level, the reason, its signatures."""
        done = self._run("check", "--output-format", "json", *self.options)
        if done.returncode == 2:
            raise Refused(self._complaint())
        modules = json.loads(done.stdout)["modules"]
        functions = [one for module in modules for one in module["functions"]]
        return next((one for one in functions if one["qualname"] == self.slice.qualname), {})

    def dump(self, stage: str) -> str:
        return self._run("dump", "--stage", stage, *self.options).stdout

    def _run(self, *arguments: str) -> subprocess.CompletedProcess:
        command = finder.pyrx_command()
        if command is None:
            raise Refused(finder.NO_COMMAND)
        run = [command, "--color", "never", *arguments, self.source]
        return subprocess.run(run, capture_output=True, text=True, errors="replace", check=False)

    def _compile(self, command, env):
        """As of any module; what is left to the interpreter is not built, and that is remembered."""
        problem = self._refusal()
        if problem is not None:
            _cache.write(Path(self.extension + ".refused"), problem)
            return problem
        return super()._compile(command, env)

    def _show(self, warnings):
        super()._show(self._in_its_file(warnings))

    def _refusal(self) -> str | None:
        facts = self.facts()
        if not facts or self.strict and facts["level"] != "native":
            return self._complaint() or f"the function was not found in {self.source} (this is a bug of pyrx)\n"
        if facts["level"] != "interpreted":
            return None
        # Types come from arguments: there is nothing to annotate.
        useful = facts["hint"] and not facts["hint"].startswith("annotate")
        hint = f"  hint: {facts['hint']}\n" if useful else ""
        return f"{self.source}:{facts['first_line']}: {facts['reason']}\n{hint}"

    def _complaint(self) -> str:
        """What `pyrx check` tells people."""
        return self._run("check", "--output-format", "full", *self.options).stderr

    def _in_its_file(self, text: str) -> str:
        """A diagnostic with the name of the file that the lines are of."""
        if self.slice.filename is None:
            return text
        return re.sub(re.escape(self.source) + "|" + re.escape(os.path.relpath(self.source)), self.slice.filename, text)


_LOADED = {}
_LOADING = threading.Lock()
_COPIES = itertools.count()


def _load(specialisation: Specialisation) -> types.ModuleType:
    """The module of an extension. What is native has one namespace a library: a second one needs a copy of it."""
    slice = specialisation.slice
    with _LOADING:
        shared = (specialisation.key, slice.filename)
        if not slice.given and shared in _LOADED:
            return _LOADED[shared]
        path, is_copy = specialisation.extension, any(key == specialisation.key for key, _ in _LOADED)
        if is_copy:
            copy = f"{path.removesuffix(EXTENSION)}.{os.getpid()}.{next(_COPIES)}{EXTENSION}"
            path = shutil.copy(path, copy)
        try:
            module = _executed(specialisation, path)
        finally:
            if is_copy:
                os.unlink(path)
        _LOADED[shared] = module
        return module


def _executed(specialisation: Specialisation, path: str) -> types.ModuleType:
    slice = specialisation.slice
    module = module_from_spec(spec_from_file_location(specialisation.name, path))
    module.__dict__.update(slice.given)
    if slice.filename is not None:
        module.__pyrx_file__ = slice.filename
    module.__spec__.loader.exec_module(module)
    # Placeholders, that told the compiler a type, make room.
    module.__dict__.update(slice.given)
    return module
