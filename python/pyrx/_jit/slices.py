"""The module that is compiled for a function: its lines and those of the functions it calls, at their places, and a line that
binds the other names that they read."""

import re
import types
from dataclasses import dataclass, field
from itertools import repeat
from operator import is_

from pyrx._jit import kinds
from pyrx._jit.definition import MISSING, REFLECTIVE, Definition, Unsupported
from pyrx._jit.prelude import binding

# What says something about the whole module.
HEADER = re.compile(r"#\s*(pyrx|cython)\s*:")


@dataclass(frozen=True)
class Slice:
    """The text of a module, what it is given when it is loaded, and where the function is in it."""

    text: str
    given: dict[str, object]
    # The class that the function is a method of, or None.
    owner: str | None
    name: str
    parameters: list[str]
    # The file that all its lines are of, at their places; None if there are several.
    filename: str | None

    def stub(self, given: list) -> str:
        """The content of its `.pyi` for arguments of these kinds."""
        spelled = [(name, kinds.spelled(kind)) for name, kind in zip(self.parameters, given, strict=True)]
        parameters = ", ".join(name if text is None else f"{name}: {text}" for name, text in spelled)
        line = f"def {self.name}({parameters}): ..."
        head = "import numpy\nimport pyrx\n"
        return f"{head}class {self.owner}:\n    {line}\n" if self.owner else f"{head}{line}\n"

    @property
    def qualname(self) -> str:
        return f"{self.owner}.{self.name}" if self.owner else self.name

    def of(self, module: types.ModuleType):
        """The function in the module that was loaded."""
        return vars(module.__dict__[self.owner])[self.name] if self.owner else module.__dict__[self.name]


@dataclass
class Environment:
    """The names that a function and those it calls read, and their values when they were looked at."""

    function: types.FunctionType
    # Of the module, and of functions around it.
    values: dict[str, object] = field(default_factory=dict)
    closed: dict[str, object] = field(default_factory=dict)

    def look(self, name: str):
        """What a name stands for outside of the function; MISSING if it is a builtin or not bound."""
        code = self.function.__code__
        if name in code.co_freevars:
            try:
                return self.function.__closure__[code.co_freevars.index(name)].cell_contents
            except ValueError:
                return MISSING
        return self.function.__globals__.get(name, MISSING)

    def watch(self, name: str):
        value = self.look(name)
        (self.closed if name in self.function.__code__.co_freevars else self.values)[name] = value
        return value

    def check(self):
        """A function that says whether all names stand for what they stood for; None if there are none."""
        look, names, values = self.function.__globals__.get, tuple(self.values), tuple(self.values.values())
        closed = self.closed
        if closed:
            return lambda: (
                all(map(is_, map(look, names, repeat(MISSING)), values))
                and all(self.look(name) is value for name, value in closed.items())
            )
        return (lambda: all(map(is_, map(look, names, repeat(MISSING)), values))) if names else None

    def changed(self) -> list[str]:
        return [name for name, value in {**self.values, **self.closed}.items() if self.look(name) is not value]


def build(function: types.FunctionType, unwrapped) -> tuple[Slice, Environment]:
    """The slice of a function, and what it was made from.

    `unwrapped(value)` is the Python function of one that `jit` returned, or the value. Raises Unsupported.
    """
    own = Definition(function)
    objects: set[str] = own.objects
    while True:
        environment = Environment(function)
        name, definitions, bindings = _collected(own, environment, unwrapped, objects)
        # A function that another one does something else with than call it is the object that it is.
        used = set().union(*(definition.objects for definition in definitions.values()))
        if used <= objects:
            break
        objects = used
    text, filename = _laid_out(definitions, [bindings[name].text for name in sorted(bindings)], environment.look)
    values = environment.values | environment.closed
    given = {name: values[name] for name in bindings if bindings[name].is_given}
    return Slice(text, given, _owner(own), name, own.parameters, filename), environment


def _collected(own: Definition, environment: Environment, unwrapped, objects: set[str]):
    """The name of the function in the slice, the definitions by their names, and how other names are bound; of functions
    called, those that are in `objects` are bound like other values."""
    function = own.function
    name, definitions, bindings = _name(own, environment, unwrapped, objects), {}, {}
    definitions[name] = own
    waiting = [own]
    while waiting:
        known = environment.values.keys() | environment.closed.keys()
        for read in sorted(_names_of(waiting.pop(), environment.look) - known):
            value = environment.watch(read)
            if value is MISSING and read in function.__code__.co_freevars:
                raise Unsupported(f"`{read}` of the function around it is not bound yet")
            itself = read == name and own.owner is None and unwrapped(value) is function
            if value is MISSING or itself:
                continue
            called = None if read in objects else _callee(read, unwrapped(value), own)
            if called is None:
                bindings[read] = binding(read, value, function.__globals__)
            else:
                definitions[read] = called
                waiting.append(called)
    return name, definitions, bindings


def _names_of(definition: Definition, look) -> set[str]:
    decorators = definition.directives(look)
    return definition.names | {re.match(r"\w+", _source(definition, node))[0] for node in decorators}


def _source(definition: Definition, node) -> str:
    return definition.lines[node.lineno - 1].encode()[node.col_offset :].decode()


def _name(own: Definition, environment: Environment, unwrapped, objects: set[str]) -> str:
    """That of the function, unless something else has it, or it is to be the object that has it."""
    name = own.node.name
    there = unwrapped(environment.look(name))
    is_taken = there is not own.function and (there is not MISSING or name in own.names)
    if own.owner is None and (name in objects or is_taken):
        while name in own.names or name in objects:
            name = f"_{name}"
    return name


def _owner(own: Definition) -> str | None:
    """A name for the class around it that nothing reads, and that gives private names the same form."""
    if own.owner is None:
        return None
    owner = f"_{own.owner}"
    while owner in own.names:
        owner = f"_{owner}"
    return owner


def _callee(name: str, value, own: Definition) -> Definition | None:
    """The definition of a function of the same module that is compiled along, or None."""
    function = own.function
    if not isinstance(value, types.FunctionType) or value.__globals__ is not function.__globals__:
        return None
    if value.__code__.co_freevars or value.__name__ != name or value.__code__.co_name != name:
        return None
    try:
        found = Definition(value)
    except Unsupported:
        return None
    alone = not found.is_nested and found.owner is None and not found.names & REFLECTIVE
    apart = not set(function.__code__.co_freevars) & found.names
    return found if alone and apart and found.defaults_are_plain() else None


def _laid_out(definitions: dict[str, Definition], bindings: list[str], look) -> tuple[str, str | None]:
    """The text, and the file whose lines they are."""
    own = next(iter(definitions.values()))
    lines: dict[int, str] = {}
    away = []
    for name, definition in definitions.items():
        text = definition.text(look, name)
        if definition is own and own.owner is not None:
            text = {min(text) - 1: f"class {_owner(own)}:\n", **text}
        if definition.filename == own.filename and definition.lines == own.lines and not text.keys() & lines.keys():
            lines |= text
        else:
            away.append(text)
    head = _header(own.lines)
    return _text(head, lines, "; ".join(bindings), away, own.filename)


def _header(lines: list[str]) -> dict[int, str]:
    """The comments above the first statement that say something about the whole module."""
    head = {}
    for number, line in enumerate(lines, 1):
        if not line.lstrip().startswith("#") and line.strip():
            break
        if HEADER.match(line.strip()):
            head[number] = line
    return head


def _text(head, lines, prelude, away, filename) -> tuple[str, str | None]:
    """The prelude goes behind the header and before the functions, the lines of other sources to the end."""
    first, free = min(lines), max(head, default=0) + 1
    if prelude and free == first:
        # There is no line between: the functions move down by one.
        lines, filename = {number + 1: line for number, line in lines.items()}, None
    lines |= head
    if prelude:
        lines[free] = f"{prelude}\n"
    text = "".join(lines.get(number, "\n") for number in range(1, max(lines) + 1))
    for block in away:
        text += "\n" + "".join(block[number] for number in sorted(block))
    return text, None if away else filename
