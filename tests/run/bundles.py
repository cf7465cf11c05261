"""Packs case files into few modules, because each build costs seconds.

The modules keep each case's text; only imports that an earlier case of the module already made are blanked, so that
no name is bound twice. Lines keep their order and both worlds import the same text.
"""

import ast
import hashlib
from dataclasses import dataclass, field

from cases import CaseFile

MAX_LINES = 1000


@dataclass
class Bundle:
    name: str
    cases: list[CaseFile] = field(default_factory=list)
    source: str = ""
    stub: dict[str, str] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.source.encode()).hexdigest()[:16]

    def first_line(self, case: CaseFile) -> int:
        """How many lines of the module come before the case."""
        return sum(other.source.count("\n") for other in self.cases[: self.cases.index(case)])


def single(case: CaseFile) -> Bundle:
    return Bundle(case.name, [case], case.source, case.stub)


def pack(cases: list[CaseFile]) -> list[Bundle]:
    """Bundles in order of name; cases marked `# bundle: alone` and those with `__future__` imports stay alone."""
    done: list[Bundle] = []
    open_: list[_Open] = []
    for case in sorted(cases, key=lambda case: case.name):
        if case.alone:
            done.append(single(case))
            continue
        place = next((place for place in open_ if place.takes(case)), None)
        if place is None:
            place = _Open(Bundle(f"bundle_{case.name}"))
            open_.append(place)
        place.add(case)
    done += [place.bundle for place in open_]
    return [single(bundle.cases[0]) if len(bundle.cases) == 1 else bundle for bundle in done]


@dataclass
class _Open:
    """A bundle that may grow: what it imports (name -> origin) and the other names it binds."""

    bundle: Bundle
    imports: dict[str, str] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)

    def takes(self, case: CaseFile) -> bool:
        text, imports, names = _without(case.source, self.imports)
        if self.bundle.cases and (self.bundle.source + text).count("\n") > MAX_LINES:
            return False
        if names & (self.names | self.imports.keys()):
            return False
        return all(
            name not in self.names and self.imports.get(name, origin) == origin for name, origin in imports.items()
        )

    def add(self, case: CaseFile) -> None:
        text, imports, names = _without(case.source, self.imports)
        self.bundle.cases.append(case)
        self.bundle.source += text if text.endswith("\n") else text + "\n"
        self.imports.update(imports)
        self.names |= names


def _without(source: str, made: dict[str, str]) -> tuple[str, dict[str, str], set[str]]:
    """The source without the imports already made, the imports it makes (name -> origin), and the other names it binds."""
    lines = source.splitlines(keepends=True)
    found: dict[str, str] = {}
    names: set[str] = set()
    for node in ast.parse(source).body:
        if not isinstance(node, (ast.Import, ast.ImportFrom)):
            names |= _bound(node)
            continue
        here = {alias.asname or alias.name.split(".")[0]: _origin(node, alias) for alias in node.names}
        found.update(here)
        kept = [
            alias for alias in node.names if made.get(alias.asname or alias.name.split(".")[0]) != _origin(node, alias)
        ]
        if len(kept) == len(node.names):
            continue
        for line in range(node.lineno, node.end_lineno + 1):
            lines[line - 1] = "\n"
        if kept:
            node.names = kept
            lines[node.lineno - 1] = ast.unparse(node) + "\n"
    return "".join(lines), found, names


def _origin(node: ast.Import | ast.ImportFrom, alias: ast.alias) -> str:
    return alias.name if isinstance(node, ast.Import) else f"{node.module}:{alias.name}"


def _bound(node: ast.stmt) -> set[str]:
    """Names that a module-level statement binds."""
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return {node.name}
    found = {part.id for part in ast.walk(node) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)}
    for part in ast.walk(node):
        if isinstance(part, (ast.FunctionDef, ast.ClassDef)):
            found.add(part.name)
        elif isinstance(part, (ast.Import, ast.ImportFrom)):
            found |= {alias.asname or alias.name.split(".")[0] for alias in part.names}
    return found
