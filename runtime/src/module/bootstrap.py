"""What the extension does in Python: preparing a module's source, checking assumptions, traceback entries.

Runs once an extension in a namespace of its own; the functions are called from Rust by name.
"""

import sys

# Flag of `compile` that asks for the tree.
ONLY_AST = 0x400
# Those that `from __future__ import` sets in code objects; `compile` takes them.
FUTURES = 0x1FE0000
TEXT_ANNOTATIONS = 0x1000000


# Import


def prepare(module, path, pieces, snippets, functions, make, stand_ins, jit, checked, digest):
    """The code objects that the module runs in order, its file name, whether compiled functions are in use, and whether
    the rewritten source needs its names after the module ran (for functions compiled inside functions).

    `pieces` has (path, source) for all of the source, or for what runs of one file until another takes its turn;
    `snippets` the same for functions that compiled ones call;
    `functions` has (path, def line, name, dropped decorators) for each compiled function; `make(i, function)` gives the
    compiled one; `checked` has (path, def line, name, arguments) for each function that is not compiled and checks
    its arguments: see `Checks`; `digest`: see `sources`.
    """
    import os

    name = module.__name__
    shadow = getattr(module.__spec__, "origin", None) or module.__file__
    sibling = os.path.join(os.path.dirname(os.path.abspath(shadow)), os.path.basename(path))
    current = read(sibling)
    file = path if current is None and os.path.isabs(path) and os.path.exists(path) else sibling
    if getattr(sys, "_pyrx_run_as_main", None) == name:
        module.__name__ = "__main__"
    source = pieces[-1][1]
    # The agreement with `pyrx.jit`: the source is lines of this file, at their places, without the others.
    stated = module.__dict__.pop("__pyrx_file__", None)
    if stated is None:
        # Of a `.pyx` what was compiled runs, whatever lies beside it.
        is_current = path.endswith(".pyx") or current in (None, normal(source))
        sources()[name] = digest if is_current else None
    else:
        current, file = normal(source), stated
    if current is not None and file.endswith(".py") and current != normal(source):
        warn(
            module,
            file,
            f"{file} has changed since it was compiled and runs interpreted; `pyrx build {file}` compiles it again",
        )
        return (compile(current, file, "exec", dont_inherit=True),), file, False, False
    if current is None and file is sibling and len(pieces) == 1:
        remember(file, source)
    compiled = {(own, line, name): (i, set(dropped)) for i, (own, line, name, dropped) in enumerate(functions)}
    accessors = {key: compiled.pop(key)[0] for key in list(compiled) if key[2].startswith(("<get ", "<set "))}
    variables = Variables(make, {key[2].strip("<>"): i for key, i in accessors.items()})
    checks = Checks(checked)
    editor = Editor(compiled, stand_ins, jit, checks)
    codes = []
    flags = TEXT_ANNOTATIONS if path.endswith(".pyx") else 0  # Cython keeps them as text
    for at, (own, source) in enumerate(pieces):
        editor.path, own_file = own, beside(file, path, own)
        tree = silently(source, own_file, ONLY_AST | flags)
        if "compiled" in source:
            fold_compiled(editor.ast, tree)
        if accessors:
            Rerouter(editor.ast, variables.names).module(tree)
        editor.statements(tree.body, nested=False)
        if own != path or any(other == path for other, _ in pieces[:at]):
            editor.no_docstring(tree.body)
        codes.append(compile(tree, own_file, "exec", flags, dont_inherit=True))
        flags |= codes[-1].co_flags & FUTURES
    defined = [silently(source, beside(file, path, own), flags) for own, source in snippets]
    for own, line, missing in compiled.keys() - editor.found:
        text = f"{missing} at line {line} runs interpreted: not found in the source (this is a bug of pyrx)"
        warn(module, beside(file, path, own), text)
    namespace = module.__dict__
    if accessors:
        namespace["__pyrx_c__"] = variables
    if compiled:
        namespace["__pyrx__"] = tuple(decorator(make, i) for i in range(len(functions)))
    if checks.inserted:
        namespace["__pyrx_wrong__"] = checks.wrong
    if editor.imports:
        namespace["__pyrx_import__"] = import_marker
    if editor.lazy:
        namespace["__pyrx_jit__"] = jit_marker
    if any("__pyrx_enum__" in source for _, source in pieces):
        namespace["__pyrx_enum__"] = make_enum
        codes.insert(0, compile(editor.ast.Module(editor.enums, []), file, "exec", dont_inherit=True))
    return (*defined, *codes), file, True, editor.later


def beside(file, path, other):
    """Where a file lies that is named as `other` where the module's own, `file`, is named as `path`."""
    import os

    if other == path:
        return file
    if os.path.isabs(other) and os.path.exists(other):
        return other
    return os.path.normpath(os.path.join(os.path.dirname(file), os.path.relpath(other, os.path.dirname(path) or ".")))


def sources():
    """For each module the digest of the source that it runs compiled from: what all extensions know of each other."""
    try:
        return sys._pyrx_sources
    except AttributeError:
        sys._pyrx_sources = {}
        return sys._pyrx_sources


def finish(module):
    """Removes the names that the rewritten source used."""
    for name in "__pyrx__", "__pyrx_import__", "__pyrx_enum__", "__pyrx_jit__":
        module.__dict__.pop(name, None)


def read(path):
    """The text of a source file with `\\n` line ends, or None."""
    import io

    try:
        with io.open_code(path) as file:
            data = file.read()
    except OSError:
        return None
    try:
        return normal(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        from importlib.util import decode_source

        try:
            return decode_source(data)
        except (SyntaxError, UnicodeDecodeError):
            return None


def normal(source):
    return source.replace("\r\n", "\n").replace("\r", "\n")


def silently(source, file, flags):
    """The source compiled without warnings, as of an escape that is none: Python tells them when it compiles, not at import."""
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return compile(source, file, "exec", flags, dont_inherit=True)


def remember(file, source):
    """Lets tracebacks show lines of a source that is not on disk."""
    import linecache

    linecache.cache[file] = (len(source), None, source.splitlines(True), file)


def warn(module, file, text):
    import warnings

    warnings.warn_explicit(text, RuntimeWarning, file, 1, module.__name__)


def make_enum(name, items, module):
    """The class of a `cpdef enum`: an `IntEnum` that takes numbers which are no items, as C does."""
    from enum import IntEnum

    class FlexibleEnum(IntEnum):
        @classmethod
        def _missing_(cls, value):
            member = int.__new__(cls, value)
            member._value_ = value
            member._name_ = None
            return cls._value2member_map_.setdefault(value, member)

        def __repr__(self):
            return f"<{type(self).__name__}: {self._value_!r}>" if self._name_ is None else super().__repr__()

    return FlexibleEnum(name, items, module=module)


def decorator(make, i):
    return lambda function: make(i, function)


class Editor:
    """Adds the innermost decorator to each compiled `def`, removes dropped ones, reroutes marker-only imports."""

    def __init__(self, compiled, stand_ins, jit, checks):
        import _ast

        self.ast = _ast
        self.compiled = compiled
        self.stand_ins = stand_ins
        self.jit = jit
        self.checks = checks
        self.lazy = False
        self.path = None
        self.imports = False
        self.found = set()
        self.later = False
        # What makes the classes of `cpdef enum`: they are there before the module's first statement.
        self.enums = []

    def statements(self, body, nested):
        """Edits a block in place; `nested` inside a function, whose body runs later."""
        for i, node in enumerate(body):
            kind = type(node).__name__
            if kind in ("FunctionDef", "AsyncFunctionDef"):
                self.annotations(node)
                self.function(node, nested)
                self.statements(node.body, nested=True)
            elif kind in ("Import", "ImportFrom"):
                if self.stand_ins and not nested and is_marker_import(node):
                    body[i] = self.rerouted(node)
            elif kind == "Expr" and not nested and is_run(node.value):
                node.value = self.run(node.value)
            elif kind == "Assign" and is_enum(node.value):
                self.enums.append(node)
                body[i] = self.nothing(node.lineno)
            elif kind == "Try" and any(catches_import_error(handler) for handler in node.handlers):
                # The source has its own answer to an absent package.
                for block in [node.orelse, node.finalbody, *(handler.body for handler in node.handlers)]:
                    self.statements(block, nested)
            else:
                for block in blocks(node):
                    self.statements(block, nested)

    def no_docstring(self, body):
        """A string in front is that of the module only in its first piece."""
        if body and type(body[0]).__name__ == "Expr" and type(body[0].value).__name__ == "Constant":
            body.insert(0, self.nothing(body[0].lineno))

    def nothing(self, line):
        return self.ast.Pass(lineno=line, col_offset=0, end_lineno=line, end_col_offset=0)

    def run(self, name):
        """`__pyrx_module_3__` becomes a call of the compiled function that stands for this piece of the module."""
        ast = self.ast
        key = (self.path, int(name.id.strip("_").rpartition("_")[2]), "<module>")
        found = self.compiled.get(key)
        if found is None:
            return name
        self.found.add(key)
        where = {
            "lineno": name.lineno,
            "col_offset": name.col_offset,
            "end_lineno": name.end_lineno,
            "end_col_offset": name.end_col_offset,
        }
        table = ast.Subscript(ast.Name("__pyrx__", ast.Load(), **where), ast.Constant(found[0], **where), ast.Load(), **where)
        arguments = ast.arguments([], [], None, [], [], None, [])
        original = ast.Lambda(arguments, ast.Constant(None, **where), **where)
        return ast.Call(ast.Call(table, [original], [], **where), [], [], **where)

    def annotations(self, node):
        """`cython.double[:] | None` becomes text: Cython's package cannot evaluate it."""
        arguments = node.args
        single = [one for one in (arguments.vararg, arguments.kwarg) if one]
        plain = (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)
        for holder, field in [*((one, "annotation") for one in (*plain, *single)), (node, "returns")]:
            annotation = getattr(holder, field)
            sides = [annotation.left, annotation.right] if type(annotation).__name__ == "BinOp" else []
            if any(map(is_view, sides)):
                from ast import unparse

                places = ("lineno", "col_offset", "end_lineno", "end_col_offset")
                where = {name: getattr(annotation, name) for name in places}
                setattr(holder, field, self.ast.Constant(unparse(annotation), **where))

    def function(self, node, nested):
        for defaults in node.args.defaults, node.args.kw_defaults:
            for i, default in enumerate(defaults):
                if is_run(default):
                    defaults[i] = self.run(default)
        key = (self.path, node.lineno, node.name)
        found = self.compiled.get(key)
        if found is None:
            self.checks.insert(self.ast, key, node)
            if self.jit and node.decorator_list:
                self.lazy = True
                self.later |= nested
                node.decorator_list = [self.marked(decorator) for decorator in node.decorator_list]
            return
        self.found.add(key)
        self.later |= nested
        ast, (i, dropped) = self.ast, found
        first = node.decorator_list[0] if node.decorator_list else node
        node.decorator_list = [d for d in node.decorator_list if (d.lineno, d.col_offset) not in dropped]
        # Where the first decorator was: functions start at their first decorator (`inspect.getsource`).
        anchor = node if node.decorator_list else first
        where = {
            "lineno": anchor.lineno,
            "col_offset": anchor.col_offset,
            "end_lineno": anchor.lineno,
            "end_col_offset": anchor.col_offset,
        }
        table = ast.Name("__pyrx__", ast.Load(), **where)
        index = ast.Constant(i, **where)
        node.decorator_list.append(ast.Subscript(table, index, ast.Load(), **where))

    def marked(self, decorator):
        """`@njit` becomes `@__pyrx_jit__(njit)`, and `@njit(parallel=True)` `@__pyrx_jit__(njit, True, parallel=True)`: what
        is Numba's is known when it runs."""
        ast = self.ast
        called = type(decorator).__name__ == "Call"
        if called and (decorator.args or any(keyword.arg is None for keyword in decorator.keywords)):
            return decorator
        names = ("lineno", "col_offset", "end_lineno", "end_col_offset")
        where = {name: getattr(decorator, name) for name in names}
        function = decorator.func if called else decorator
        arguments = [function, ast.Constant(called, **where)]
        marker = ast.Name("__pyrx_jit__", ast.Load(), **where)
        return ast.Call(marker, arguments, decorator.keywords if called else [], **where)

    def rerouted(self, node):
        """`from numba import njit as j` becomes `j, = __pyrx_import__("numba", ("njit",))`."""
        self.imports = True
        ast = self.ast
        where = {
            "lineno": node.lineno,
            "col_offset": node.col_offset,
            "end_lineno": node.end_lineno,
            "end_col_offset": node.end_col_offset,
        }
        constant = lambda value: ast.Constant(value, **where)  # noqa: E731
        if type(node).__name__ == "Import":
            # `import a.b` binds `a`, `import a.b as c` binds `a.b`.
            asked = [(alias.name, None, bool(alias.asname)) for alias in node.names]
            targets = [alias.asname or alias.name.partition(".")[0] for alias in node.names]
        else:
            asked = [(node.module, alias.name, True) for alias in node.names]
            targets = [alias.asname or alias.name for alias in node.names]
        call = ast.Call(
            ast.Name("__pyrx_import__", ast.Load(), **where),
            [ast.Tuple([constant(part) for part in one], ast.Load(), **where) for one in asked],
            [],
            **where,
        )
        names = [ast.Name(target, ast.Store(), **where) for target in targets]
        return ast.Assign([ast.Tuple(names, ast.Store(), **where)], call, **where)


def is_view(node):
    """Whether an annotation is `T[:]`."""
    if type(node).__name__ != "Subscript":
        return False
    return any(type(part).__name__ == "Slice" for part in (node.slice, *getattr(node.slice, "elts", ())))


def is_run(node):
    """Whether a node stands for code at module level that was compiled."""
    return type(node).__name__ == "Name" and node.id.startswith("__pyrx_module_")


def is_enum(node):
    """Whether a node makes the class of a `cpdef enum`."""
    return type(node).__name__ == "Call" and getattr(node.func, "id", None) == "__pyrx_enum__"


def blocks(node):
    """The blocks of statements inside a compound statement."""
    for field in "body", "orelse", "finalbody":
        block = getattr(node, field, None)
        if isinstance(block, list):
            yield block
    for field in "handlers", "cases":
        for part in getattr(node, field, ()):
            yield part.body


def catches_import_error(handler):
    kind = handler.type
    names = [kind] if kind is None or not hasattr(kind, "elts") else kind.elts
    broad = ("ImportError", "ModuleNotFoundError", "Exception", "BaseException")
    return any(name is None or getattr(name, "id", None) in broad for name in names)


def is_marker_import(node):
    if type(node).__name__ == "Import":
        return all(alias.name.partition(".")[0] in MARKERS for alias in node.names)
    star = any(alias.name == "*" for alias in node.names)
    return not node.level and not star and node.module.partition(".")[0] in MARKERS


# Stand-ins for packages that only mark


MARKERS = ("pyrx", "cython", "numba")

DECORATORS = frozenset(
    """compile jit njit generated_jit stencil ccall cfunc inline returns locals exceptval nogil with_gil boundscheck
    wraparound initializedcheck nonecheck cdivision cdivision_warnings overflowcheck cpow infer_types
    language_level binding embedsignature profile linetrace annotation_typing freethreading_compatible auto_pickle
    fastmath final internal test_assert_path_exists test_fail_if_path_exists critical_section""".split()
)

CASTS = {
    **dict.fromkeys("float32 float64 double longdouble f4 f8".split(), float),
    **dict.fromkeys("complex64 complex128 floatcomplex doublecomplex c8 c16".split(), complex),
    **dict.fromkeys("bint bool_ boolean".split(), bool),
    **dict.fromkeys(
        """int8 int16 int32 int64 uint8 uint16 uint32 uint64 intp uintp char schar uchar short ushort int uint long
        ulong longlong ulonglong sint slong sshort slonglong Py_ssize_t ssize_t size_t i1 i2 i4 i8 u1 u2 u4 u8""".split(),
        int,
    ),
}


class StandIn:
    """A member of an absent package: a type, a decorator or a directive that means nothing under the interpreter."""

    def __init__(self, path):
        self.__path = path

    def __repr__(self):
        return f"<pyrx stand-in for {self.__path}>"

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return member(f"{self.__path}.{name}")

    def __getitem__(self, key):
        return self

    def __or__(self, other):
        return self

    __ror__ = __or__

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        return None

    def __call__(self, *args, **keywords):
        name = self.__path.rpartition(".")[2]
        if name in CASTS:
            return CASTS[name](*args) if args else CASTS[name]()
        if ".libc." in self.__path:
            raise TypeError(f"{self.__path} is C's: compiled functions call it, which this one is not")
        if len(args) == 1 and not keywords and callable(args[0]) and not isinstance(args[0], StandIn):
            return args[0]
        return Scope()


class Scope:
    """What a call of a stand-in gives: a decorator, and a context manager."""

    def __call__(self, function):
        return function

    def __enter__(self):
        return None

    def __exit__(self, *exception):
        return None


def declare(type=None, value=None, **names):
    return value


def cast(type, value, **options):
    return value


def prange(start, stop=None, step=1, **options):
    return range(start) if stop is None else range(start, stop, step)


FUNCTIONS = {"prange": prange, "declare": declare, "cast": cast, "pndindex": None}
VALUES = {"compiled": False, "literally": lambda value: value, "threadid": lambda: 0}


def member(path):
    name = path.rpartition(".")[2]
    if FUNCTIONS.get(name) is not None:
        return FUNCTIONS[name]
    return VALUES[name] if name in VALUES else StandIn(path)


def of_libc(name):
    """A member of C's headers that Python's modules do not have: a constant, or a function of numbers."""
    import math

    def nearest(x):
        return math.copysign(math.floor(abs(x) + 0.5), x) if math.isfinite(x) and abs(x) < 2**52 else float(x)

    def as_float(integer):
        return lambda x: math.copysign(integer(x), x) if math.isfinite(x) else float(x)

    def of_numbers(choose):
        return lambda x, y: float(y if math.isnan(x) else x if math.isnan(y) else choose(x, y))

    pi, e, root = math.pi, math.e, math.sqrt(2)
    known = {
        **{"M_PI": pi, "M_PI_2": pi / 2, "M_PI_4": pi / 4, "M_1_PI": 1 / pi, "M_2_PI": 2 / pi, "M_E": e},
        **{"M_LN2": math.log(2), "M_LN10": math.log(10), "M_LOG2E": math.log2(e), "M_LOG10E": math.log10(e)},
        **{"M_SQRT2": root, "M_SQRT1_2": math.sqrt(0.5), "M_2_SQRTPI": 2 / math.sqrt(pi)},
        **{"INFINITY": math.inf, "HUGE_VAL": math.inf, "NAN": math.nan, "INT_MAX": 2**31 - 1, "INT_MIN": -(2**31)},
        **{"LONG_MAX": 2**63 - 1, "LONG_MIN": -(2**63), "UINT_MAX": 2**32 - 1, "ULONG_MAX": 2**64 - 1},
        **{"DBL_MAX": sys.float_info.max, "DBL_MIN": sys.float_info.min, "DBL_EPSILON": sys.float_info.epsilon},
        **{"round": nearest, "rint": as_float(round), "nearbyint": as_float(round), "ceil": as_float(math.ceil)},
        **{"floor": as_float(math.floor), "trunc": as_float(math.trunc)},
        **{"fmin": of_numbers(min), "fmax": of_numbers(max)},
        **{"fdim": of_numbers(lambda x, y: max(x - y, 0.0)), "abs": abs, "labs": abs},
    }
    return known.get(name)


def import_marker(*asked):
    """The objects that an import statement binds: of the package, or stand-ins where it is absent."""
    return [import_one(module, name, innermost) for module, name, innermost in asked]


def import_one(module, name, innermost):
    from importlib import import_module

    root = module.partition(".")[0]
    if module.startswith("cython.cimports.libc."):
        found = of_libc(name)
        if found is not None:
            return found
    if module == "cython.cimports" and name not in (None, "libc"):
        return StandIn(f"{module}.{name}")  # Cython's stand-in gives Python's module of that name, which has no types of C's
    try:
        found = import_module(module)
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] != root:
            raise
        path = module if innermost else root
        return StandIn(path) if name is None else member(f"{path}.{name}")
    except AttributeError:
        if not module.startswith("cython.cimports."):
            raise
        # Cython's own stand-in for the package of C's modules is none that Python imports from.
        return StandIn(module) if name is None else StandIn(f"{module}.{name}")
    if name is None:
        return found if innermost else sys.modules[root]
    try:
        return getattr(found, name)
    except AttributeError:
        pass
    try:
        return import_module(f"{module}.{name}")
    except ModuleNotFoundError:
        if module.startswith("cython.cimports"):
            return StandIn(f"{module}.{name}")  # C's: Cython has no stand-in of its own
        where = getattr(found, "__file__", None) or "unknown location"
        raise ImportError(f"cannot import name {name!r} from {module!r} ({where})", name=module) from None


# Functions that are compiled when they are called


def jit_marker(function, called, /, **options):
    """What a decorator is: `pyrx.jit` for Numba's `njit` and `jit` without a signature, if pyrx is there."""
    if is_numba_jit(function) and "signature_or_function" not in options:
        try:
            from pyrx import jit
        except ImportError:
            pass
        else:
            known = ("boundscheck", "fastmath", "parallel")
            return jit(**{name: value for name, value in options.items() if name in known and type(value) is bool})
    return function(**options) if called else function


def is_numba_jit(function):
    if isinstance(function, StandIn):
        return repr(function) in (f"<pyrx stand-in for numba.{name}>" for name in ("jit", "njit"))
    module = str(getattr(function, "__module__", None))
    return module.partition(".")[0] == "numba" and getattr(function, "__name__", None) in ("jit", "njit")


# Assumptions about globals


def broken_guards(module, file, guards, names, functions, index_of):
    """Indices of the functions, and behind them of the calls, that rely on an assumption that does not hold; warns once for each.

    `functions`: how many of the names are those of functions."""
    broken = {}
    for name, kind, expected, users in guards:
        namespace, own = owner(module, name)
        late = namespace is not module.__dict__ and is_awaited(namespace, own)
        if not (late and is_source(kind, expected)) and not holds(namespace, own, kind, expected, index_of):
            for user in users:
                broken.setdefault(user, []).append(name)
    for user, globals_ in sorted(broken.items()):
        what = ", ".join(repr(name) for name in dict.fromkeys(globals_))
        who = names[user] if user < functions else f"a call of {names[user]}"
        warn(module, file, f"{who} runs interpreted: the global {what} is not what it was compiled for")
    return list(broken)


def owner(module, name):
    """The namespace that a name is of, and its name there: `m:x` is the `x` of the module `m`."""
    other, _, own = name.rpartition(":")
    if not other:
        return module.__dict__, name
    return getattr(sys.modules.get(other), "__dict__", {}), own


def is_awaited(namespace, name):
    """Whether a module will yet bind a name: of two that import each other one is checked while the other runs."""
    return name not in namespace and getattr(namespace.get("__spec__"), "_initializing", False)


def is_source(kind, expected):
    """Whether the module of a function runs compiled, from the source that was compiled in."""
    return kind != "compiled" or sources().get(expected[0]) == expected[2]


def holds(namespace, name, kind, expected, index_of):
    if kind == "builtin":
        return name not in namespace
    if name not in namespace:
        return False
    value = namespace[name]
    if kind == "module":
        return value is sys.modules.get(expected) or isinstance(value, StandIn)
    if kind == "member":
        module, attribute = expected
        own = (*FUNCTIONS.values(), *VALUES.values())
        if isinstance(value, StandIn) or callable(value) and any(value is one for one in own):
            return True
        if attribute == "prange" and (value is range or getattr(value, "__name__", None) == "prange"):
            return True  # whichever package it came from, and `prange = range` where there is none
        found = getattr(sys.modules[module], attribute, module) if module in sys.modules else module
        # A method of what stands for a module is made anew whenever it is asked for.
        return value is found or hasattr(value, "__func__") and value == found
    if kind == "compiled":
        module, own, _ = expected
        named = getattr(value, "__module__", None), getattr(value, "__qualname__", None)
        return is_source(kind, expected) and named == (module, own)
    if kind == "function":
        return leads_to(value, expected, index_of)
    if kind == "array":
        numpy = sys.modules.get("numpy")
        dtype, rank = expected
        return numpy is not None and isinstance(value, numpy.ndarray) and (str(value.dtype), value.ndim) == (dtype, rank)
    if kind == "type":
        module, _, expected = expected.rpartition(".")
        name = type(value).__name__
        return type(value).__module__ == (module or "builtins") and (name == expected or module and name == f"{expected}_")
    return same(value, expected)


def same(value, expected):
    """Whether a constant has the expected type and bits; so of the items of a tuple."""
    if type(value) is not type(expected):
        return False
    if type(value) is tuple:
        return len(value) == len(expected) and all(map(same, value, expected))
    return (value == expected or value != value) and repr(value) == repr(expected)


def leads_to(value, index, index_of):
    seen = 0
    while index_of(value) != index:
        value = getattr(value, "__wrapped__", None) or getattr(value, "__func__", None)
        seen += 1
        if value is None or seen > 100:
            return False
    return True


# Profilers


def profiled(namespace, file, name, qualname, first_line):
    """A Python function whose frame has the name and place of a `def`: it runs what it is given."""
    call = lambda body: body()  # noqa: E731 (one line, so that all of it is at the first)
    code = call.__code__.replace(co_filename=file, co_name=name, co_qualname=qualname, co_firstlineno=first_line)
    return type(call)(code, namespace)


# Tracebacks


def trim(exception):
    """Drops the traceback entry of the module's code where the next is that of its compiled piece."""
    outer = exception.__traceback__
    inner = outer and outer.tb_next
    if inner and outer.tb_frame.f_code.co_name == inner.tb_frame.f_code.co_name == "<module>":
        if outer.tb_frame.f_globals is inner.tb_frame.f_globals:
            exception.__traceback__ = inner


BASE = compile("_getframe()", "<pyrx>", "eval")
START = BASE.co_code
NOP = bytes((9, 0))
# By the number of the place, which is the same for the life of the extension.
CODES = {}
known_code = CODES.get
getframe = sys._getframe
MAX_CODES = 10_000


def opcode_nop():
    from opcode import opmap

    return bytes((opmap["NOP"], 0))


def varint(value):
    out = bytearray()
    while value >= 64:
        out.append(0x40 | (value & 63))
        value >>= 6
    out.append(value)
    return bytes(out)


def signed_varint(value):
    return varint((-value << 1) | 1 if value < 0 else value << 1)


def line_table(first_line, line, column, end_line, end_column):
    """`co_linetable` of the base code without positions, and of one instruction with the place."""
    out, units = bytearray(), len(START) // 2
    while units > 0:
        step = min(units, 8)
        out.append(0x80 | 15 << 3 | (step - 1))
        units -= step
    out.append(0x80 | 14 << 3)
    out += signed_varint(line - first_line)
    if end_line >= line:
        out += varint(end_line - line) + varint(column + 1) + varint(end_column + 1)
    else:
        out += varint(0) + varint(0) + varint(0)
    return bytes(out)


LAST_INSTRUCTION = len(START)


def describe_place(place, file, name, qualname, first_line, line, column, end_line, end_column):
    """Makes the code object that stands for a place in a compiled function; its last instruction is at that place."""
    global NOP
    if not CODES:
        NOP = opcode_nop()
    elif len(CODES) >= MAX_CODES:
        CODES.clear()
    CODES[place] = BASE.replace(
        co_filename=file,
        co_name=name,
        co_qualname=qualname,
        co_firstlineno=first_line,
        co_code=START + NOP,
        co_linetable=line_table(first_line, line, column, end_line, end_column),
    )
    return CODES[place]


# `types.TracebackType`, without importing `types`.
try:
    raise ValueError
except ValueError as error:
    TracebackType = type(error.__traceback__)
