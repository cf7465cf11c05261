"""For code that has `import pyximport; pyximport.install()`: the import hook, with Cython's function names.

Importing this module installs the hook; `install` sets its options.
"""

import warnings

from pyrx._hook import Hook, install_hook, uninstall_hook

__all__ = ["install", "uninstall"]


def install(
    pyximport=True,
    pyimport=False,
    build_dir=None,
    build_in_temp=True,
    setup_args=None,
    reload_support=False,
    load_py_module_on_import_failure=False,
    inplace=False,
    language_level=None,
):
    """Has `.pyx` modules, and marked `.py` modules, compiled when they are imported.

    Of Cython's options, `language_level` and the include folders of `setup_args` count. The others are about C files and
    where they lie, which there are none of. Returns (None, hook), for `uninstall`.
    """
    if pyimport:
        warnings.warn("pyimport is not used: say `# pyrx: compile` at the top of modules", stacklevel=2)
    directives = {} if language_level is None else {"language_level": language_level}
    folders = (setup_args or {}).get("include_dirs") or ()
    return None, install_hook(include=[folders] if isinstance(folders, str) else folders, **directives)


def uninstall(py_importer: None, pyx_importer: Hook):
    """Takes back an `install`, given what it returned."""
    uninstall_hook(pyx_importer)


install()
