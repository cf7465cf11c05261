"""`%load_ext pyrx`, `%%pyrx`: a cell of a notebook as a compiled module."""

import hashlib
import html
import itertools
import os
import re
import subprocess
import sys
import sysconfig
from importlib.util import module_from_spec

from IPython.core.error import UsageError
from IPython.core.magic import Magics, cell_magic, magics_class
from IPython.core.magic_arguments import argument, magic_arguments, parse_argstring
from IPython.display import HTML, display

from pyrx import _cache
from pyrx._build import finder

# What a diagnostic calls the cell.
CELL = "<cell>"
_FORCED = itertools.count()


@magics_class
class PyrxMagics(Magics):
    @magic_arguments()
    @argument("-a", "--annotate", action="store_true", help="Show the report below the cell")
    @argument("-X", dest="directives", action="append", default=[], metavar="DIRECTIVE=VALUE", help="Set a directive")
    @argument("-I", "--include-dir", action="append", default=[], metavar="DIR", help="Where a .pyx cimports from")
    @argument("-n", "--name", default=None, help="Name of the module")
    @argument("-f", "--force", action="store_true", help="Compile and run the cell anew, even if nothing changed")
    @argument("--pyx", action="store_true", help="The cell is in the dialect of Cython")
    @argument("--native", action="store_true", help="Use all instructions of this machine's CPU")
    @argument("--strict", action="store_true", help="Fail if a function is not native")
    @argument("-v", "--verbose", action="store_true", help="Say which functions are native, and why others are not")
    @cell_magic
    def pyrx(self, line, cell):
        """Compiles the cell as a module of its own, and imports its public names."""
        options = parse_argstring(self.pyrx, line)
        compiled = _module(options, cell)
        problem = compiled.compile()
        if problem is not None:
            raise UsageError(f"the cell did not compile\n{_named(compiled, problem)}")
        if options.verbose:
            sys.stdout.write(_named(compiled, _said(compiled, "check")))
        module = _imported(compiled)
        self.shell.push(_public(module))
        if options.annotate:
            display(HTML(_report(compiled)))


def _module(options, cell: str) -> finder.Module:
    """The cell as a file in the cache; its lines have the numbers that they have in the cell."""
    name = options.name
    if name is not None and not (name.isidentifier() and name.isascii()):
        raise UsageError(f"{name!r} cannot be the name of a module")
    arguments = [part for directive in options.directives for part in ("-X", directive)]
    arguments += [part for folder in options.include_dir for part in ("-I", os.path.abspath(folder))]
    arguments += ["--native"] * options.native + ["--strict"] * options.strict
    suffix, extension = ".pyx" if options.pyx else ".py", sysconfig.get_config_var("EXT_SUFFIX")
    forced = [f"{os.getpid()} {next(_FORCED)}"] * options.force
    parts = [cell, suffix, extension, name or "", *arguments, _cache.compiler(), *forced]
    key = hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]
    name = name or f"_pyrx_cell_{key[:16]}"
    folder = _cache.folder("cells", key)
    _cache.write(folder / f"{name}{suffix}", f"\n{cell}")
    building = ["build", "-o", str(folder), *arguments]
    # Declarations that were changed count.
    tops = [os.path.abspath(folder) for folder in options.include_dir]
    return finder.Module(
        name, str(folder / f"{name}{suffix}"), str(folder / f"{name}{extension}"), building, True, tops
    )


def _imported(compiled: finder.Module):
    """The module; one that was loaded already is the same."""
    loaded = sys.modules.get(compiled.name)
    if loaded is not None and getattr(loaded.__spec__, "origin", None) == compiled.extension:
        return loaded
    spec = finder.spec(compiled)
    module = sys.modules[compiled.name] = module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[compiled.name]
        raise
    return module


def _public(module) -> dict:
    names = getattr(module, "__all__", None)
    if names is None:
        names = [name for name in vars(module) if not name.startswith("_")]
    return {name: getattr(module, name) for name in names}


def _report(compiled: finder.Module) -> str:
    """The page in a frame of its own, whose styles and scripts stay inside."""
    page = os.path.splitext(compiled.source)[0] + ".html"
    said = _said(compiled, "annotate", "-o", page)
    try:
        with open(page, encoding="utf-8") as file:
            text = html.escape(file.read(), quote=True)
    except OSError as error:
        raise UsageError(said) from error
    style = "width: 100%; height: 30em; border: 0; resize: vertical"
    return f'<div><iframe srcdoc="{text}" style="{style}" sandbox="allow-scripts"></iframe></div>'


def _said(compiled: finder.Module, *command: str) -> str:
    """What the command prints of the cell."""
    arguments = [argument for argument in compiled.arguments[3:] if argument != "--native"]
    run = [finder.pyrx_command(), "--color", "never", *command, *arguments, compiled.source]
    done = subprocess.run(run, capture_output=True, text=True, errors="replace", check=False)
    return done.stdout + done.stderr


def _named(compiled: finder.Module, text: str) -> str:
    """A diagnostic with the cell's name for that of the file."""
    return (
        re.sub(f"{re.escape(compiled.source)}|{re.escape(os.path.relpath(compiled.source))}", CELL, text).rstrip()
        + "\n"
    )


def load_ipython_extension(shell):
    """`%load_ext pyrx`."""
    shell.register_magics(PyrxMagics)
