"""A function in its source: where it stands, the names from outside that it reads, and its lines as a module of its own
has them: without annotations of parameters, with defaults that need nothing else."""

import ast
import dis
import io
import linecache
import math
import re
import tokenize
import types
from functools import cached_property, lru_cache

# What a name stands for that is not bound.
MISSING = type("Missing", (), {"__repr__": lambda self: "MISSING"})()
# Names that make what a function does depend on the module that it stands in.
REFLECTIVE = {"globals", "locals", "vars", "dir", "eval", "exec", "super", "__class__"}
# What a literal can stand for.
CONSTANTS = (int, float, complex, bool, str, bytes, type(None), type(...))


class Unsupported(Exception):
    """Why a function cannot be taken out of its module; lower case, without a full stop."""


class Definition:
    """A function and its source.

    Raises Unsupported where there is none, or where it is not what runs.
    """

    def __init__(self, function: types.FunctionType):
        self.function = function
        code = function.__code__
        self.filename = code.co_filename
        linecache.checkcache(self.filename)
        self.lines = linecache.getlines(self.filename, function.__globals__)
        if not self.lines:
            raise Unsupported("its source cannot be read")
        self.node, parent = _find(code, "".join(self.lines))
        # The class that it is a method of, whose name is part of private names.
        self.owner = parent.name if isinstance(parent, ast.ClassDef) else None
        self.is_nested = self.node.col_offset > 0 and self.owner is None
        self._refuse_what_needs_its_place()

    def _refuse_what_needs_its_place(self):
        for code in _codes(self.function.__code__):
            for step in dis.get_instructions(code):
                if step.opname in ("STORE_GLOBAL", "DELETE_GLOBAL"):
                    raise Unsupported(f"it assigns the global `{step.argval}`")
        for node in ast.walk(self.node):
            if isinstance(node, ast.Nonlocal) and set(node.names) & set(self.function.__code__.co_freevars):
                raise Unsupported(f"it assigns `{node.names[0]}` of the function around it")
            if isinstance(node, ast.ImportFrom) and node.level:
                raise Unsupported("it has a relative import")
        used = self.names & REFLECTIVE
        if used:
            raise Unsupported(f"it uses `{'super' if '__class__' in used else min(used)}`")

    @cached_property
    def names(self) -> set[str]:
        """What it reads from outside: globals, builtins, variables of functions around it."""
        found = set(self.function.__code__.co_freevars)
        for code in _codes(self.function.__code__):
            found |= {step.argval for step in dis.get_instructions(code) if step.opname in _LOADS}
        # Annotations of locals are not run, and tell the compiler something.
        for node in ast.walk(self.node):
            if isinstance(node, ast.AnnAssign):
                found |= _names_in(node.annotation)
        return found - set(self.function.__code__.co_varnames)

    @cached_property
    def objects(self) -> set[str]:
        """Names that it does something else with than call them."""
        called = {id(node.func) for node in ast.walk(self.node) if isinstance(node, ast.Call)}
        return {node.id for node in ast.walk(self.node) if isinstance(node, ast.Name) and id(node) not in called}

    @property
    def parameters(self) -> list[str]:
        arguments = self.node.args
        return [arg.arg for arg in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)]

    def directives(self, look) -> list[ast.expr]:
        """Its decorators that are directives; `look` gives what a name stands for."""
        return [decorator for decorator in self.node.decorator_list if _is_directive(decorator, look)]

    def defaults_are_plain(self) -> bool:
        given = [*(self.function.__defaults__ or ()), *(self.function.__kwdefaults__ or {}).values()]
        return all(literal(value) is not None for value in given)

    def text(self, look, name: str) -> dict[int, str]:
        """Its lines by their numbers, from 1, under a name; it begins at the margin if it is no method."""
        first, last = self.node.lineno, self.node.end_lineno
        block = _Block(self.lines[first - 1 : last], first)
        block.edit(self._signature(block, name))
        kept = dict(enumerate(block.lines(self.is_nested), first))
        for decorator in self.directives(look):
            numbers = range(decorator.lineno, decorator.end_lineno + 1)
            kept |= {number: self.lines[number - 1] for number in numbers}
            if self.is_nested:
                kept |= {number: kept[number].lstrip() for number in numbers}
        return kept

    def _signature(self, block: "_Block", name: str):
        """The edits (start, end, text) that make its first line what a module of its own has."""
        tokens = block.tokens
        at = next(i for i, token in enumerate(tokens) if token.string == "def")
        if name != self.node.name:
            yield tokens[at + 1].start, tokens[at + 1].end, name
        arguments = self.node.args
        positional = [*arguments.posonlyargs, *arguments.args]
        defaults = dict(zip([a.arg for a in positional][::-1], arguments.defaults[::-1], strict=False))
        defaults |= {a.arg: d for a, d in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True) if d}
        stars = [star for star in (arguments.vararg, arguments.kwarg) if star]
        values = self.default_values()
        for arg in [*positional, *arguments.kwonlyargs, *stars]:
            here = block.at(arg.lineno, arg.col_offset)
            end = here + 1
            if tokens[end].string == ":":
                stop = block.end_of(end + 1, (",", "=", ")"))
                yield tokens[end].start, tokens[stop - 1].end, None
                end = stop
            default = defaults.get(arg.arg)
            if default is not None and not isinstance(default, ast.Constant):
                after = block.at(default.end_lineno, default.end_col_offset)
                depth = sum(_depth(token) for token in tokens[end + 1 : after])
                stop = block.end_of(after, (",", ")"), depth)
                yield tokens[end + 1].start, tokens[stop - 1].end, literal(values[arg.arg]) or "None"
        close = block.end_of(block.after("(", at) + 1, (")",))
        if tokens[close + 1].string == "->":
            yield tokens[close + 1].start, tokens[block.end_of(close + 2, (":",)) - 1].end, None

    def default_values(self) -> dict[str, object]:
        """The defaults by the names of parameters, as they are now."""
        function = self.function
        names = function.__code__.co_varnames[: function.__code__.co_argcount]
        values = function.__defaults__ or ()
        return dict(zip(names[len(names) - len(values) :], values, strict=True)) | (function.__kwdefaults__ or {})


def literal(value) -> str | None:
    """The text of an immutable constant, or None."""
    own = type(value)
    if own is tuple:
        items = [literal(item) for item in value]
        return None if None in items else f"({', '.join(items)}{',' * (len(items) == 1)})"
    if own is float and math.isnan(value):
        return "(1e999 - 1e999)"
    if own is float:
        return repr(value).replace("inf", "1e999")
    if value is ...:
        return "..."
    if own is complex and not _is_written(value):
        return None
    return repr(value) if own in CONSTANTS else None


def _is_written(value: complex) -> bool:
    """Whether what Python prints for it is read as the same, the signs of zeros too."""
    text = repr(value)
    return "nan" not in text and "inf" not in text and repr(eval(text)) == text


# Instructions that read names from outside of functions, in the versions of Python.
_LOADS = ("LOAD_GLOBAL", "LOAD_NAME", "LOAD_FROM_DICT_OR_GLOBALS", "LOAD_FROM_DICT_OR_DEREF", "LOAD_CLASSDEREF")


def _names_in(annotation: ast.expr) -> set[str]:
    found = set()
    for node in ast.walk(annotation):
        if isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            try:
                found |= _names_in(ast.parse(node.value, mode="eval").body)
            except SyntaxError:
                pass
    return found


def _codes(code: types.CodeType):
    """A code object and those inside."""
    yield code
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from _codes(constant)


@lru_cache(maxsize=64)
def _parsed(text: str):
    """The functions of a source by first line and name: (node, parent, code)."""
    try:
        tree = ast.parse(text)
        whole = compile(text, "", "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        raise Unsupported(f"its source does not parse: {error}") from error
    codes = {}
    for code in _codes(whole):
        codes.setdefault((code.co_firstlineno, code.co_name), code)
    found = {}
    for parent in ast.walk(tree):
        for node in ast.iter_child_nodes(parent):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
                found[first, node.name] = (node, parent, codes.get((first, node.name)))
    return found


def _find(code: types.CodeType, text: str):
    """The node of the function with this code, and the node around it."""
    if code.co_name == "<lambda>":
        raise Unsupported("it is a lambda")
    node, parent, own = _parsed(text).get((code.co_firstlineno, code.co_name), (None, None, None))
    if own is None or not _same(own, code):
        raise Unsupported("its source is not the one that runs")
    if isinstance(node, ast.AsyncFunctionDef):
        raise Unsupported("it is a coroutine")
    return node, parent


def _same(one, other) -> bool:
    """Whether two constants, or what two code objects do, are the same."""
    if not isinstance(one, types.CodeType) or not isinstance(other, types.CodeType):
        return type(one) is type(other) and repr(one) == repr(other)
    alike = ("co_code", "co_names", "co_varnames", "co_freevars", "co_cellvars", "co_argcount")
    return (
        all(getattr(one, name) == getattr(other, name) for name in alike)
        and len(one.co_consts) == len(other.co_consts)
        and all(map(_same, one.co_consts, other.co_consts))
    )


def _is_directive(decorator: ast.expr, look) -> bool:
    import pyrx

    path = decorator.func if isinstance(decorator, ast.Call) else decorator
    parts = []
    while isinstance(path, ast.Attribute):
        parts.append(path.attr)
        path = path.value
    value = look(path.id) if isinstance(path, ast.Name) else MISSING
    for part in reversed(parts):
        if isinstance(value, types.ModuleType) and value.__name__ in ("cython", "Cython.Shadow"):
            return part in DIRECTIVES
        value = getattr(value, part, MISSING)
    return any(value is getattr(pyrx, name) for name in (*DIRECTIVES, "compile"))


DIRECTIVES = ("boundscheck", "wraparound", "cdivision", "overflowcheck", "cpow", "fastmath", "nogil")


def _depth(token) -> int:
    return (token.string in ("(", "[", "{")) - (token.string in (")", "]", "}")) if token.type == tokenize.OP else 0


class _Block:
    """Lines that belong together, their tokens, and edits of them."""

    def __init__(self, lines: list[str], first: int):
        self._lines = [line if line.endswith("\n") else f"{line}\n" for line in lines]
        self.first = first
        self.indent = re.match(r"\s*", lines[0])[0]
        tokens = tokenize.generate_tokens(io.StringIO("".join(self._lines)).readline)
        try:
            self.all = list(tokens)
        except (tokenize.TokenError, IndentationError) as error:
            raise Unsupported(f"its source does not parse: {error}") from error
        skipped = (tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT)
        self.tokens = [token for token in self.all if token.type not in skipped]

    def at(self, line: int, offset: int) -> int:
        """The index of the first token from a place on, as the tree names it: with an offset in bytes."""
        row = line - self.first
        column = len(self._lines[row].encode()[:offset].decode())
        return next(i for i, token in enumerate(self.tokens) if token.start >= (row + 1, column))

    def after(self, string: str, at: int) -> int:
        return next(i for i in range(at, len(self.tokens)) if self.tokens[i].string == string)

    def end_of(self, at: int, ends: tuple[str, ...], depth: int = 0) -> int:
        """The index of the first token that is one of `ends` outside of brackets that were opened since."""
        for i in range(at, len(self.tokens)):
            if depth == 0 and self.tokens[i].string in ends:
                return i
            depth += _depth(self.tokens[i])
        raise Unsupported("its source does not parse")

    def edit(self, edits):
        """Puts texts where others are; None blanks them out. Lines stay where they are."""
        for (first, begin), (last, end), text in sorted(edits, reverse=True):
            old = self._lines[first - 1 : last]
            head, tail = old[0][:begin], old[-1][end:]
            if text is None:
                text = " " * (len(old[0]) - begin - len(tail)) if len(old) == 1 else ""
            new = (
                [head + text + tail] if len(old) == 1 else [f"{head}{text} \\\n"] + [" \\\n"] * (len(old) - 2) + [tail]
            )
            self._lines[first - 1 : last] = new

    def lines(self, to_margin: bool) -> list[str]:
        if not to_margin:
            return self._lines
        inside = self._inside_texts()
        return [
            line
            if number in inside
            else line.removeprefix(self.indent)
            if line.startswith(self.indent)
            else line.lstrip(" \t")
            for number, line in enumerate(self._lines, 1)
        ]

    def _inside_texts(self) -> set[int]:
        """The lines that begin inside of a string."""
        inside, begun = set(), []
        for token in self.all:
            name = tokenize.tok_name[token.type]
            if name.endswith("STRING_START"):
                begun.append(token.start[0])
            elif name.endswith("STRING_END"):
                inside |= set(range(begun.pop() + 1, token.end[0] + 1))
            elif name == "STRING":
                inside |= set(range(token.start[0] + 1, token.end[0] + 1))
        return inside
