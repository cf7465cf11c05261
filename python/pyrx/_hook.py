"""Compiling modules when they are imported: every `.pyx`, and each `.py` that says `# pyrx: compile` at its top."""

import hashlib
import os
import re
import sys
import sysconfig
from importlib.machinery import EXTENSION_SUFFIXES, PathFinder

from pyrx import _cache
from pyrx._build import finder

MARK = re.compile(rb"#\s*pyrx\s*:(.*,)?\s*compile\s*(,|$)")
# Longest line of comments that is looked at.
LONGEST = 1000


class Hook:
    """Finds the modules to compile, in the order in which Python looks for modules."""

    def __init__(self, arguments: list[str], strict: bool):
        self.arguments = arguments
        self.strict = strict

    def find_spec(self, name, path=None, target=None):
        if os.environ.get("PYRX_DISABLE") == "1":
            return None
        stem = name.rpartition(".")[2]
        for folder in sys.path if path is None else path:
            folder = os.path.abspath(folder) if isinstance(folder, str) else ""
            if os.path.isdir(folder):
                source, is_there = _found(os.path.join(folder, stem))
            else:
                # Archives and the like.
                source, is_there = None, folder and PathFinder.find_spec(name, [folder]) is not None
            if source is not None:
                return finder.spec(self._module(name, source))
            if is_there:
                return None
        return None

    def _module(self, name: str, source: str) -> finder.Module:
        parts = name.split(".")
        is_package = os.path.basename(source).startswith("__init__.")
        root = source
        for _ in range(len(parts) + is_package):
            root = os.path.dirname(root)
        inside = os.path.splitext(os.path.relpath(source, root))[0]
        key = "\0".join([source, *self.arguments, _cache.compiler(), sysconfig.get_config_var("EXT_SUFFIX")])
        out = _cache.folder("imports", hashlib.sha256(key.encode()).hexdigest()[:32])
        extension = str(out / inside) + sysconfig.get_config_var("EXT_SUFFIX")
        arguments = ["build", "--root", root, "-o", str(out), *self.arguments]
        return finder.Module(name, source, extension, arguments, self.strict, _declarations(root, source, parts))


def _found(stem: str) -> tuple[str | None, bool]:
    """The source that is compiled for a path without its suffix, and whether Python finds a module there by itself."""
    if os.path.isdir(stem) and any(os.path.isfile(os.path.join(stem, f"__init__{suffix}")) for suffix in SUFFIXES):
        stem = os.path.join(stem, "__init__")
    if any(os.path.isfile(stem + suffix) for suffix in EXTENSION_SUFFIXES):
        return None, True
    if os.path.isfile(f"{stem}.py"):
        return (f"{stem}.py", True) if is_marked(f"{stem}.py") else (None, True)
    return (f"{stem}.pyx", True) if os.path.isfile(f"{stem}.pyx") else (None, os.path.isfile(f"{stem}.pyc"))


SUFFIXES = (".py", ".pyx", *EXTENSION_SUFFIXES)


def is_marked(path: str) -> bool:
    """Whether the comments at the top of a file ask for compilation."""
    try:
        # As bytes: to open it as text may import a codec.
        with open(path, "rb") as file:
            while line := file.readline(LONGEST):
                line = line.removeprefix(b"\xef\xbb\xbf").strip()
                if MARK.match(line):
                    return True
                if line and not line.startswith(b"#"):
                    return False
    except OSError:
        pass
    return False


def _declarations(root: str, source: str, parts: list[str]) -> list[str]:
    """Where the module may take declarations from: its package, or the files beside it."""
    if len(parts) > 1 or os.path.basename(source).startswith("__init__."):
        return [os.path.join(root, parts[0])]
    folder = os.path.dirname(source)
    return [os.path.join(folder, file) for file in sorted(os.listdir(folder)) if file.endswith(finder.DECLARATIONS)]


def install_hook(*, strict=False, native=False, include=(), **directives) -> Hook:
    """Compiles, from now on, each `.pyx` that is imported and each `.py` with `# pyrx: compile` at its top.

    strict: a module with a function that is not native is an ImportError.
    native: use all instructions of this machine's CPU.
    include: folders that a `.pyx` includes or cimports from.
    directives: those of all these modules, below what they say themselves.

    A second call sets other options. Returns what `uninstall_hook` takes.
    """
    arguments = [part for name, value in directives.items() for part in ("-X", f"{name}={str(value).lower()}")]
    arguments += [part for folder in include for part in ("-I", os.path.abspath(folder))]
    arguments += ["--strict"] * strict + ["--native"] * native
    uninstall_hook()
    hook = Hook(arguments, strict)
    # Before the one that would take the source.
    at = sys.meta_path.index(PathFinder) if PathFinder in sys.meta_path else len(sys.meta_path)
    sys.meta_path.insert(at, hook)
    return hook


def uninstall_hook(hook: Hook | None = None):
    """Takes back `install_hook`; modules that were imported stay what they are."""
    sys.meta_path[:] = [other for other in sys.meta_path if not (isinstance(other, Hook) and hook in (None, other))]
