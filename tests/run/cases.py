"""The format of a run case: a Python (or Cython) module and, after a line `# --- calls`, calls to make in both worlds.

    def f(x: int):          # level: native      (or mixed, interpreted, any; native where nothing is said)
        return x + 1

    # --- calls
    f(1)
    (f(x) for x in [0, -1, 2**40])               one call for each value
    f(2.5)           # refused: TypeError 'x'    raises before anything runs, the message holds the words (`TypeError|ValueError` either)
    g(3)             # deviation: 1 -> 3.0       differs from CPython as the closed list of SEMANTICS.md allows
    h(2**62)         # deviation: 3 raises OverflowError
    k(2**31)         # asked: -> -2147483648     another rule, asked for by a C type or a directive (or `raises Type`)

Arguments are evaluated anew for each call and each world, in a namespace of the module's names, `np`, `math`,
`nan`, `inf` and what `arguments.py` offers; `module` is the module itself. A walrus in one argument is seen by the next.
"""

import ast
import builtins
import io
import re
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import arguments

SEPARATOR = "# --- calls"
LEVELS = ("native", "mixed", "interpreted", "any")
_LEVEL = re.compile(r"#\s*level:\s*(\w+)")
_MARK = re.compile(r"#\s*(deviation|refused|asked):\s*(.*)$")


class CaseError(Exception):
    """The case file does not keep to the format."""


@dataclass(frozen=True)
class Expectation:
    """What the compiled world must do where it may differ from CPython."""

    kind: str  # "returns", "raises" or "refused"
    deviation: int | None = None
    value: str | None = None
    exception: str | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Call:
    """One call: the expression, and the values that the loops of its generator expression give."""

    line: int
    text: str
    tree: ast.expr
    loops: tuple[tuple[ast.expr, ast.expr, int], ...] = ()  # (target, iterable, which of its values)
    bound: str = ""
    expectation: Expectation | None = None

    @property
    def label(self) -> str:
        return f"{self.text}  [{self.bound}]" if self.bound else self.text


@dataclass
class CaseFile:
    path: Path
    source: str
    calls: list[Call] = field(default_factory=list)
    levels: dict[str, str] = field(default_factory=dict)
    alone: bool = False
    stub: dict[str, str] = field(default_factory=dict)  # suffix or name -> text of a file beside it

    @property
    def name(self) -> str:
        return self.path.stem


def read_case(path: Path) -> CaseFile:
    """Reads and checks a case file. Raises CaseError where it does not keep to the format."""
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    at = [i for i, line in enumerate(lines) if line.rstrip() == SEPARATOR]
    if len(at) != 1:
        raise CaseError(f"{path}: expected one line `{SEPARATOR}`, found {len(at)}")
    source = "".join(lines[: at[0]])
    case = CaseFile(path, source, stub=_beside(path, source))
    if path.suffix == ".py":
        tree = ast.parse(source, str(path))
        case.levels = _levels(tree, lines)
        future = any(isinstance(node, ast.ImportFrom) and node.module == "__future__" for node in tree.body)
        case.alone = future or bool(case.stub) or re.search(r"^# bundle: alone", source, re.MULTILINE) is not None
    case.calls = _calls("".join(lines[at[0] + 1 :]), at[0] + 1, path)
    if not case.calls:
        raise CaseError(f"{path}: no calls")
    return case


def _beside(path: Path, source: str) -> dict[str, str]:
    """The texts of the files that belong to a case: those of its name, and those that `# with: a.pxd b.pxi` names."""
    found = {suffix: path.with_suffix(suffix) for suffix in (".pyi", ".pxd")}
    kept = {suffix: file.read_text(encoding="utf-8") for suffix, file in found.items() if file.exists()}
    for name in companions(source):
        kept[name] = (path.parent / name).read_text(encoding="utf-8")
    return kept


def companions(source: str) -> list[str]:
    """The names in `# with: a.pxd b.pxi`."""
    named = re.search(r"^# with: (.*)$", source, re.MULTILINE)
    return named[1].split() if named else []


def lines_of_calls(case: CaseFile) -> Iterator[tuple[int, int, str]]:
    """For each line of calls where in the case's calls it starts and ends, and a printable name."""
    starts = [i for i, call in enumerate(case.calls) if i == 0 or case.calls[i - 1].line != call.line]
    for start, end in zip(starts, [*starts[1:], len(case.calls)], strict=True):
        name = re.sub(r"[^\x20-\x7e]", "?", f"{case.calls[start].line} {case.calls[start].text}")[:80]
        yield start, end, f"{case.name}:{name}"


def _levels(tree: ast.Module, lines: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}

    def visit(body: list[ast.stmt], prefix: str) -> None:
        for node in body:
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                mark = _LEVEL.search(lines[node.lineno - 1])
                if mark and mark[1] not in LEVELS:
                    raise CaseError(f"line {node.lineno}: no level `{mark[1]}`, one of {', '.join(LEVELS)}")
                if isinstance(node, ast.ClassDef):
                    visit(node.body, f"{prefix}{node.name}.")
                elif mark or not prefix:
                    found[prefix + node.name] = mark[1] if mark else "native"
            elif isinstance(node, (ast.If, ast.Try)):
                parts = [node.body, node.orelse]
                parts += [handler.body for handler in getattr(node, "handlers", [])]
                for part in parts:
                    visit(part, prefix)

    visit(tree.body, "")
    return found


def _calls(block: str, offset: int, path: Path) -> list[Call]:
    try:
        tree = ast.parse(block, str(path))
    except SyntaxError as error:
        raise CaseError(f"{path}:{offset + (error.lineno or 0)}: {error.msg}") from error
    comments = {
        token.start[0]: token.string
        for token in tokenize.generate_tokens(io.StringIO(block).readline)
        if token.type == tokenize.COMMENT
    }
    calls: list[Call] = []
    for statement in tree.body:
        line = statement.lineno + offset
        if not isinstance(statement, ast.Expr):
            raise CaseError(f"{path}:{line}: expected an expression")
        comment = comments.get(statement.end_lineno or 0, "")
        expectation = _expectation(comment, f"{path}:{line}")
        text = ast.get_source_segment(block, statement.value) or ""
        text = " ".join(text.split())
        if isinstance(statement.value, ast.GeneratorExp):
            calls += _expand(statement.value, line, text, expectation)
        else:
            calls.append(Call(line, text, statement.value, expectation=expectation))
    return calls


def _expand(tree: ast.GeneratorExp, line: int, text: str, expectation: Expectation | None) -> list[Call]:
    """One call for each combination of values; iterables see constants only, so that they can be counted here."""
    calls: list[Call] = []
    text = ast.unparse(tree.elt)
    hidden = {*arguments.NAMES, "__builtins__"}

    def descend(depth: int, loops: tuple, scope: dict) -> None:
        if depth == len(tree.generators):
            bound = ", ".join(f"{name}={_short(value)}" for name, value in scope.items() if name not in hidden)
            calls.append(Call(line, text, tree.elt, loops, bound, expectation))
            return
        part = tree.generators[depth]
        for index, value in enumerate(evaluate(part.iter, scope)):
            inner = dict(scope)
            bind(part.target, value, inner)
            if all(evaluate(test, inner) for test in part.ifs):
                descend(depth + 1, (*loops, (part.target, part.iter, index)), inner)

    descend(0, (), {**arguments.NAMES, "__builtins__": builtins})
    return calls


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


def evaluate(tree: ast.expr, scope: dict) -> object:
    expression = ast.fix_missing_locations(ast.Expression(tree))
    return eval(compile(expression, "<call>", "eval"), scope)


def bind(target: ast.expr, value: object, scope: dict) -> None:
    scope["__value"] = value
    store = ast.Assign([target], ast.Name("__value", ast.Load()), lineno=1)
    exec(compile(ast.fix_missing_locations(ast.Module([store], [])), "<call>", "exec"), scope)  # noqa: S102
    del scope["__value"]


def _expectation(comment: str, where: str) -> Expectation | None:
    mark = _MARK.search(comment)
    if mark is None:
        if re.search(r"\b(deviation|refused|asked|raises)\b", comment):
            raise CaseError(f"{where}: cannot read `{comment}`")
        return None
    kind, rest = mark[1], mark[2].strip()
    if kind == "refused":
        exception, _, words = rest.partition(" ")
        found = tuple(f"'{a or b}'" if a or b else c for a, b, c in re.findall(r"'([^']*)'|\"([^\"]*)\"|(\S+)", words))
        return Expectation("refused", exception=exception, words=found)
    form = re.fullmatch(r"([1-6]?)\s*(?:->\s*(.+)|raises\s+(\w+))", rest)
    if form is None or (kind == "deviation") != bool(form[1]):
        raise CaseError(
            f"{where}: expected `deviation: 1..6 -> value`, `asked: -> value`, or `raises Type` in its place"
        )
    number = int(form[1]) if form[1] else None
    if form[2]:
        return Expectation("returns", number, value=form[2])
    return Expectation("raises", number, exception=form[3])
