"""Runs a script as ``python SCRIPT`` or ``python -m MODULE`` would, and notes what types the arguments of some modules'
functions have: ``_record.py RECORD COUNT MODULE... [-m] SCRIPT ARGS...``.

The agreement with ``pyrx types``: each line of the file RECORD is an object of JSON with ``module`` (an index into the
modules), ``function`` (the qualified name), ``line`` (``co_firstlineno``), and one of ``arguments`` (the kinds of one call's
arguments, ``*args`` and ``**kwargs`` left out), ``defaults`` (pairs of an index and a kind) and ``many`` (more kinds of calls
than are kept). A line ``{"lost": true}`` says that the script put another trace function in place. Lines are written as
soon as there is something new, so that a crash, ``os._exit`` and forked processes lose nothing.

The functions stay as they are: calls are seen by ``sys.monitoring``, and before Python 3.12 by a trace function. Nothing is
imported that a script does not find imported anyway: a script may have a module of the same name as one of Python's.
"""

import _frozen_importlib as _importlib
import _frozen_importlib_external as _external
import atexit
import gc
import os
import sys

# Items of a list that are looked at, and of a tuple that are told apart.
_ITEMS = 1000
_FIELDS = 16
_NESTING = 3
# Kinds of calls of one function that are kept.
_CALLS = 200
# `inspect.CO_OPTIMIZED`: the code of a function. Generators and coroutines are left to the interpreter anyway.
_FUNCTION = 0x01
_SUSPENDS = 0x20 | 0x80 | 0x200
# Larger integers have no exact float.
_EXACT = 2**53

_SIMPLE = {
    bool: ("bool",),
    float: ("float",),
    complex: ("complex",),
    str: ("str",),
    bytes: ("bytes",),
    type(None): ("none",),
}
# What a class says of itself, whatever its metaclass does.
_name, _qualname, _module = (type.__dict__[name].__get__ for name in ("__name__", "__qualname__", "__module__"))
# From 3.13 on a frame's locals are no copy; before 3.12 trace functions see that the copy is written back.
_LOCALS_STAY = (3, 12) <= sys.version_info < (3, 13)


class _Recorder:
    """Sees calls; a call that is like one before costs a look into a set."""

    def __init__(self, record, modules):
        self._record = record
        self._modules = {os.path.realpath(module): index for index, module in enumerate(modules)}
        self._here = os.getcwd()
        # By the file names of code: the index of the module, or None.
        self._files = {}
        # By the identity of code, which is kept: its parameters and the calls seen.
        self._functions = {}

    def function(self, code):
        """What is known of code that is a function of one of the modules; None of other code."""
        known = self._functions.get(id(code))
        if known is None:
            module = self._module(code)
            if module is None:
                return None
            names = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
            known = self._functions[id(code)] = (module, code, names, set())
            self._defaults(module, code)
        # Other code may come to lie where code that is gone lay, but what is kept here is not gone.
        return known

    def _module(self, code):
        name = code.co_filename
        if name not in self._files:
            try:
                path = os.path.realpath(os.path.join(self._here, name))
            except (OSError, ValueError):  # no name of a file
                path = None
            self._files[name] = self._modules.get(path)
        module = self._files[name]
        if module is None or not code.co_flags & _FUNCTION or code.co_flags & _SUSPENDS:
            return None
        return None if "<" in code.co_qualname else module

    def call(self, function, frame):
        """Notes the arguments of a call that starts."""
        module, code, names, calls = function
        if len(calls) > _CALLS:
            return
        values = frame.f_locals
        kinds = tuple([_SIMPLE.get(type(values[name])) or _kind(values[name]) for name in names])
        if _LOCALS_STAY and type(values) is dict:
            # It is a copy that the frame keeps, and objects would live for longer.
            values.clear()
        if kinds in calls:
            return
        calls.add(kinds)
        if len(calls) > _CALLS:
            self._write(module, code, '"many":true')
        else:
            self._write(module, code, f'"arguments":[{",".join(map(_json, kinds))}]')

    def _defaults(self, module, code):
        functions = [function for function in gc.get_referrers(code) if type(function) is type(_kind)]
        for function in functions:
            first = code.co_argcount - len(function.__defaults__ or ())
            found = list(enumerate(function.__defaults__ or (), first))
            for index, name in enumerate(code.co_varnames[code.co_argcount :][: code.co_kwonlyargcount]):
                if name in (function.__kwdefaults__ or {}):
                    found.append((code.co_argcount + index, function.__kwdefaults__[name]))
            pairs = ",".join(f"[{index},{_json(_kind(value))}]" for index, value in found)
            self._write(module, code, f'"defaults":[{pairs}]')

    def _write(self, module, code, fact):
        function, line = _quoted(code.co_qualname), code.co_firstlineno
        self.line(f'{{"module":{module},"function":{function},"line":{line},{fact}}}')

    def line(self, text):
        # Opened each time: the script may close what it did not open, or become another process.
        file = os.open(self._record, os.O_WRONLY | os.O_APPEND)
        try:
            os.write(file, text.encode("ascii") + b"\n")
        finally:
            os.close(file)


def _kind(value, nesting=_NESTING):
    """What a value is, as a tuple that can be compared: a word, then what it says more."""
    of = type(value)
    if of is int:
        return ("int",) if -_EXACT <= value <= _EXACT else ("wide",)
    if of in _SIMPLE:
        return _SIMPLE[of]
    if of is list:
        return _listed(value, nesting)
    if of is tuple:
        if nesting and len(value) <= _FIELDS:
            return ("tuple", *[_kind(item, nesting - 1) for item in value])
        return ("other", f"tuple of {len(value)} items")
    numpy = sys.modules.get("numpy")
    if numpy is not None:
        if of is getattr(numpy, "ndarray", None) or of is getattr(numpy, "memmap", None):
            return _array(value)
        generic = getattr(numpy, "generic", None)
        if generic is not None and issubclass(of, generic) and getattr(numpy, _name(of), None) is of:
            return ("scalar", value.dtype.name)
    module, name = _module(of), _qualname(of)
    return ("other", name if module == "builtins" or type(module) is not str else f"{module}.{name}")


def _listed(value, nesting):
    if not nesting:
        return ("other", "list of lists of lists of lists")
    step = max(1, len(value) // _ITEMS)
    # In the order of their texts: a set has none.
    items = sorted({_kind(item, nesting - 1) for item in value[::step]}, key=repr)
    return ("list", *items) if len(items) <= _FIELDS else ("other", "list of many types")


def _array(value):
    dtype, flags = value.dtype, value.flags
    if not dtype.isnative:
        return ("other", f"{dtype.str} array")
    if not flags.aligned:
        return ("other", f"unaligned {dtype.name} array")
    return ("array", dtype.name, value.ndim, bool(flags.c_contiguous), bool(flags.f_contiguous))


def _json(kind):
    word, *more = kind
    parts = [_json(part) if type(part) is tuple else _literal(part) for part in more]
    return f"[{','.join([_quoted(word), *parts])}]"


def _literal(part):
    return _quoted(part) if type(part) is str else str(part).lower()


def _quoted(text):
    def escaped(letter):
        code = ord(letter)
        if 0x20 <= code < 0x7F and letter not in '"\\':
            return letter
        if 0xD800 <= code < 0xE000:
            return "?"  # half a character
        return "".join(f"\\u{unit:04x}" for unit in _units(code))

    return f'"{"".join(map(escaped, text))}"'


def _units(code):
    """UTF-16, as JSON escapes it."""
    return [code] if code < 0x10000 else [0xD7C0 + (code >> 10), 0xDC00 + (code & 0x3FF)]


class _SourceFirst:
    """Finds the sources of the modules where compiled extensions would be: native code shows no calls."""

    def __init__(self, modules):
        self._modules = {os.path.realpath(module) for module in modules}
        # What is imported by a name without dots; an editable install may lead to it.
        self._names = {name: module for name, module in map(_top_level, modules) if name is not None}

    def find_spec(self, name, path=None, target=None):
        if any(finder.find_spec(name) for finder in (_importlib.BuiltinImporter, _importlib.FrozenImporter)):
            return None
        found = _external.PathFinder.find_spec(name, path, target)
        if found is not None:
            source = _source_of(found)
        else:
            source = self._names.get(name) if path is None else None
        if source is None or os.path.realpath(source) not in self._modules:
            return None
        is_package = os.path.basename(source) == "__init__.py"
        folders = [os.path.dirname(source)] if is_package else None
        return _external.spec_from_file_location(name, source, submodule_search_locations=folders)


def _top_level(module):
    """The name of a module that is in no package, and the module."""
    folder, file = os.path.split(os.path.abspath(module))
    if file == "__init__.py":
        folder, file = os.path.split(folder)
    is_inside = os.path.exists(os.path.join(folder, "__init__.py"))
    return None if is_inside else file.removesuffix(".py"), module


def _source_of(found):
    """The source that was found, or that lies beside the extension that was."""
    if isinstance(found.loader, _external.ExtensionFileLoader):
        folder, file = os.path.split(found.origin)
        return os.path.join(folder, file.split(".")[0] + ".py")
    return found.origin if isinstance(found.loader, _external.SourceFileLoader) else None


def _watch(recorder):
    monitoring = getattr(sys, "monitoring", None)
    if monitoring is None:
        threads = None

        def traced(frame, event, argument):
            nonlocal threads
            if threads is None:
                # As soon as the script has imported it.
                threads = getattr(sys.modules.get("threading"), "settrace", None)
                if threads is not None:
                    threads(traced)
            try:
                function = recorder.function(frame.f_code)
                if function is not None:
                    recorder.call(function, frame)
            except Exception:  # noqa: BLE001, S110 -- what goes wrong here is not the script's
                pass

        sys.settrace(traced)
        atexit.register(_tell_if_lost, recorder, traced)
        return

    def started(code, offset):
        try:
            function = recorder.function(code)
            if function is None:
                return monitoring.DISABLE
            recorder.call(function, sys._getframe(1))
        except Exception:  # noqa: BLE001, S110 -- what goes wrong here is not the script's
            pass
        return None

    # 0 to 2 and 5 are those of debuggers, coverage, profilers and optimizers.
    tool = next(tool for tool in (4, 3, 5, 2, 1, 0) if monitoring.get_tool(tool) is None)
    monitoring.use_tool_id(tool, "pyrx types")
    monitoring.register_callback(tool, monitoring.events.PY_START, started)
    monitoring.set_events(tool, monitoring.events.PY_START)


def _tell_if_lost(recorder, traced):
    if sys.gettrace() is not traced:
        recorder.line('{"lost":true}')


def _run_script(script):
    path = os.path.abspath(script)
    main = type(sys)("__main__")
    main.__file__, main.__builtins__ = path, sys.modules["builtins"]
    main.__loader__, main.__cached__ = _external.SourceFileLoader("__main__", path), None
    sys.modules["__main__"] = main
    with open(path, "rb") as file:
        code = compile(file.read(), path, "exec", dont_inherit=True)
    exec(code, main.__dict__)  # noqa: S102 -- this is what the user asked for


def _run_module(name):
    import runpy

    runpy.run_module(name, run_name="__main__", alter_sys=True)


_OWN = (__file__, "<frozen runpy>")


def _hide_this_file(error):
    """Takes the frames of this file off the traceback of an exception."""
    trace = error.__traceback__
    while trace is not None and trace.tb_frame.f_code.co_filename in _OWN:
        trace = trace.tb_next
    error.__traceback__ = trace


def main():
    record, count, *rest = sys.argv[1:]
    modules, rest = rest[: int(count)], rest[int(count) :]
    by_name = rest[0] == "-m"
    sys.argv = rest[by_name:]
    if not sys.flags.safe_path:
        sys.path[0] = os.getcwd() if by_name else os.path.dirname(os.path.realpath(sys.argv[0]))
    sys.meta_path.insert(0, _SourceFirst(modules))
    _watch(_Recorder(record, modules))
    try:
        if by_name:
            _run_module(sys.argv[0])
        else:
            _run_script(sys.argv[0])
    except SystemExit:
        raise
    except BaseException as error:
        _hide_this_file(error)
        sys.excepthook(type(error), error, error.__traceback__)
        # Told already; what is left is how Python ends, by a signal after Ctrl-C.
        sys.excepthook = lambda *_: None
        raise


if __name__ == "__main__":
    main()
