"""Modules of a package that are compiled together do what CPython does with them, and Cython with those of its dialect.

A case is `NAME.py`, in the format of the run cases, and the package `NAME_pkg` beside it; all its modules are built by one
command. Each world runs in processes of its own.
"""

import functools
import json
import re
import shutil
import sys
from pathlib import Path

import cases
import pytest
import session
import toolchain

sys.path.append(str(Path(__file__).resolve().parents[1] / "cython"))
import oracle

FOLDER = Path(__file__).resolve().parents[1] / "cases" / "packages"
CASES = [cases.read_case(path) for path in sorted(FOLDER.glob("*.py"))]

STATED = re.compile(r"^def (\w+).*# level: (\w+)$", re.MULTILINE)


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """A function from a case to its two folders, that of the sources and the compiled one."""

    @functools.cache
    def of(name: str) -> tuple[Path, Path]:
        plain, compiled = [tmp_path_factory.mktemp(f"{name}_{world}") for world in ("plain", "compiled")]
        case = next(case for case in CASES if case.name == name)
        for folder in (plain, compiled):
            shutil.copytree(FOLDER / f"{name}_pkg", folder / f"{name}_pkg")
            (folder / f"{name}.py").write_text(case.source)
        oracle.build_beside(plain)
        done = toolchain.run(["build", *modules(compiled)], compiled)
        assert done.returncode == 0, done.stderr
        return plain, compiled

    return lambda case: of(case.name)


def modules(folder: Path) -> list[Path]:
    """The modules of a case, from its folder."""
    return sorted(path.relative_to(folder) for path in folder.rglob("*.py*") if path.suffix in (".py", ".pyx"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_calls(case, built):
    plain, compiled = built(case)
    expected = session.run_alone([case], plain / f"{case.name}.py", [plain])
    got = session.run_alone([case], compiled / f"{case.name}{toolchain.SUFFIX}", [compiled])
    wrong = ""
    for call, one, other in zip(case.calls, expected, got, strict=True):
        if one != other:
            parts = {part: (one.get(part, ""), other.get(part, "")) for part in {**one, **other}}
            diff = {part: pair for part, pair in parts.items() if pair[0] != pair[1]}
            wrong += f"{call.label}\n{session.render(diff)}\n"
    assert not wrong, wrong


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_levels(case, built):
    """Each function is as native as its `# level:` says, whichever module it is in."""
    _, compiled = built(case)
    files = modules(compiled)
    done = toolchain.run(["check", "--output-format", "json", *files], compiled)
    wrong = []
    for path, checked in zip(files, json.loads(done.stdout)["modules"], strict=True):
        said = STATED.findall((compiled / path).read_text())
        stated = case.levels if path.name == f"{case.name}.py" else dict(said)
        found = {function["qualname"]: function for function in checked["functions"]}
        wrong += [
            f"{path}: {name}: expected {level}, got {found[name]['level']}: {found[name]['reason']}"
            for name, level in stated.items()
            if level not in ("any", found[name]["level"])
        ]
    assert not wrong, "\n".join(wrong)
