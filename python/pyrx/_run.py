"""Runs a compiled module as ``python module.py`` would, or with ``-m`` as ``python -m module`` would:
``_run.py [-m] EXTENSION NAME SOURCE ARGS...``.

The agreement with the runtime: an extension that is loaded while ``sys._pyrx_run_as_main`` is its own module name
executes its source with ``__name__ == "__main__"``; this script puts it into ``sys.modules["__main__"]``. An extension
cannot simply be loaded under the name ``__main__``: the loader would look for ``PyInit___main__``.
"""

import os
import sys
from importlib import import_module
from importlib.machinery import ExtensionFileLoader
from importlib.util import module_from_spec, spec_from_file_location


def _hide_this_file(kind, value, trace):
    """Shows an uncaught exception without the frames of this script and of the import machinery before the module's."""
    kept = trace
    while kept is not None and kept.tb_frame.f_code.co_filename in (
        __file__,
        "<frozen importlib._bootstrap>",
        _EXTERNAL,
    ):
        kept = kept.tb_next
    sys.__excepthook__(kind, value.with_traceback(kept), kept)


_EXTERNAL = "<frozen importlib._bootstrap_external>"


def main():
    by_name = sys.argv[1] == "-m"
    extension, name, source, *arguments = sys.argv[1 + by_name :]
    full = os.path.abspath(source)
    package = name.rpartition(".")[0] if by_name else None
    sys.argv = [full if by_name else source, *arguments]
    sys.path[0] = os.getcwd() if by_name else os.path.dirname(full)
    sys.excepthook = _hide_this_file
    if package:
        import_module(package)
    sys._pyrx_run_as_main = name
    loader = ExtensionFileLoader(name, extension)
    module = module_from_spec(spec_from_file_location(name, extension, loader=loader))
    # As of a script. By its specification, processes that `multiprocessing` spawns would ask the extension for code that
    # it does not have; they run the file, interpreted.
    module.__spec__, module.__package__, module.__file__ = None, package, full
    # Before the module's code runs, so that pickle, doctest and unittest find it there.
    sys.modules["__main__"] = module
    loader.exec_module(module)


if __name__ == "__main__":
    main()
