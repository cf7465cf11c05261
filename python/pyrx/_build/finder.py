"""Compiles the modules of an editable install again when their sources were changed.

The build backend copies this file into the environment, with a call of `install` at its end: it needs nothing but the
command `pyrx`, and that only for what has changed.
"""

import os
import sys
from importlib.machinery import ExtensionFileLoader
from importlib.util import spec_from_file_location

# Files that a module may take declarations from.
DECLARATIONS = (".pxd", ".pxi", ".pyi", ".pyx")
NO_COMMAND = "the command `pyrx` was not found; `python -m pip install pyrx-compiler` brings it\n"


def pyrx_command():
    """`PYRX`, the one of this environment, the first on PATH; None if there is none."""
    import shutil
    import sysconfig

    if os.environ.get("PYRX"):
        return shutil.which(os.environ["PYRX"])
    own = os.path.join(sysconfig.get_path("scripts"), "pyrx")
    return own if os.access(own, os.X_OK) else shutil.which("pyrx")


class Module:
    """A compiled module: its source, its extension in a folder of builds, and how the one becomes the other."""

    def __init__(self, name, source, extension, arguments, strict, tops, checking=()):
        self.name = name
        self.source = source
        self.extension = extension
        # Those of `pyrx`, without the module.
        self.arguments = arguments
        self.strict = strict or source.endswith(".pyx")
        # Folders with declarations, and files that count as they do.
        self.tops = tops
        # Those of `pyrx` that count its lines in the interpreter, if there may be so many only.
        self.checking = checking
        self.stamp = extension + ".stamp"

    def compile(self, command=None, env=None):
        """Sees to it that the extension is that of the source; returns why it is not, or None."""
        import fcntl

        if self.is_fresh():
            return None
        os.makedirs(os.path.dirname(self.extension), exist_ok=True)
        with open(self.extension + ".lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            return None if self.is_fresh() else self._compile(command or pyrx_command(), env)

    def is_fresh(self):
        """Whether the extension was made of what its source and all declarations are now."""
        try:
            with open(self.stamp) as stamp:
                return stamp.read() == self._digest() and os.path.exists(self.extension)
        except OSError:
            return False

    def _compile(self, command, env):
        import subprocess

        if command is None:
            return NO_COMMAND
        before = self._digest()
        run = [command, *self.arguments, "--no-summary", "--python", sys.executable, self.source]
        done = subprocess.run(run, capture_output=True, text=True, errors="replace", env=env, check=False)
        if done.returncode != 0:
            return done.stderr or f"`pyrx` ended with status {done.returncode}\n"
        # Of a source that was changed meanwhile it is not known what was compiled.
        if before == self._digest():
            with open(self.stamp, "w") as stamp:
                stamp.write(before)
        self._show(done.stderr + self.count(command, env))
        return None

    def count(self, command, env=None):
        """What there is to say of too many lines that touch the interpreter; nothing of a module that is wrong."""
        import subprocess

        if not self.checking:
            return ""
        run = [command, *self.checking, self.source]
        done = subprocess.run(run, capture_output=True, text=True, errors="replace", env=env, check=False)
        return done.stderr if '"exceeded": true' in done.stdout else ""

    def _show(self, warnings):
        sys.stderr.write(warnings)

    def _digest(self):
        import hashlib

        digest = hashlib.sha256(repr(self.arguments).encode())
        for path in [self.source, *self._declarations()]:
            try:
                with open(path, "rb") as file:
                    content = file.read()
            except OSError:
                content = b""
            digest.update(f"{path}\0{len(content)}\0".encode() + content)
        return digest.hexdigest()

    def _declarations(self):
        found = []
        for top in self.tops:
            if top.endswith((*DECLARATIONS, ".py")):
                found.append(top)
            for folder, _, names in os.walk(top):
                found += [os.path.join(folder, name) for name in names if name.endswith(DECLARATIONS)]
        return sorted(found)


class Loader(ExtensionFileLoader):
    """Loads an extension that lies elsewhere as if it lay beside its source."""

    def __init__(self, module):
        super().__init__(module.name, module.extension)
        self.source = module.source

    def get_resource_reader(self, name):
        from importlib.machinery import SourceFileLoader

        return SourceFileLoader(name, self.source).get_resource_reader(name)

    def exec_module(self, module):
        # Data files are looked for beside it.
        module.__file__ = self.source
        super().exec_module(module)


class Finder:
    """Finds the compiled modules of a project, before the interpreter finds their sources."""

    def __init__(self, modules):
        self.modules = {module.name: module for module in modules}

    def find_spec(self, name, path=None, target=None):
        module = self.modules.get(name)
        if module is None or not os.path.exists(module.source) or os.environ.get("PYRX_DISABLE") == "1":
            return None
        return spec(module)


def spec(module):
    """How a module is imported that is compiled first if need be; None if it is to run interpreted."""
    problem = module.compile()
    if problem is None:
        is_package = os.path.basename(module.source).startswith("__init__.")
        folders = [os.path.dirname(module.source)] if is_package else None
        loader = Loader(module)
        return spec_from_file_location(module.name, module.extension, loader=loader, submodule_search_locations=folders)
    if module.strict:
        raise ImportError(f"{module.name} did not compile\n{problem}", name=module.name, path=module.source)
    sys.stderr.write(f"{problem}{module.name} did not compile; it runs interpreted\n")
    return None


def install(modules):
    sys.meta_path.insert(0, Finder([Module(*module) for module in modules]))
