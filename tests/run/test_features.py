"""The tables of features and edge cases name cases that exist and are called."""

import ast
import functools
import re
from pathlib import Path

import cases
import pytest

TESTS = Path(__file__).resolve().parents[1]
FOLDERS = (TESTS / "cases" / "run", TESTS / "cases" / "cython")
NO_EDGES = {
    "signatures_future",  # spellings of source
    "signatures_docstring_first",
    "closures",  # plain Python
    "closures_typed",  # not built yet
    "ufuncs_objects",  # not built yet
    "docs_and_names",
    "enum_sizes",
    "fused_calls",  # more of what is named already
    "fused_kernels",
    "fused_pure",
    "includes_nested",
    "language_level_3str",
    "mixed_control",
    "mixed_forms",
    "module_level",
    "module_variables",
    "old_names_inside",
    "odd_forms",  # forms of other rows together
    "odd_metrics",
    "odd_parallel",
    "odd_ranks",
    "odd_trees",
    "prange_buffers",
    "pure_augmented",
    "pure_in_pyx",
    "pure_memory",
    "python_parts_odd",
    "typeofs",
    "views_of_others",  # arrays of both kinds
}


def tables() -> list[list[list[str]]]:
    """The rows of the tables, each with its head, in the order of `FOLDERS`."""
    found: list[list[list[str]]] = []
    for line in (TESTS / "FEATURES.md").read_text(encoding="utf-8").replace(" |\n", " |\n").splitlines():
        row = [cell.strip() for cell in line.strip("|").split("|")]
        if row[0] == "feature":
            found.append([])
        if line.startswith("|") and not line.startswith("|---"):
            found[-1].append(row)
    return found


TABLES = dict(zip(FOLDERS, tables(), strict=True))
ROWS = [
    pytest.param(folder, row, len(rows[0]), id=folder.name + re.sub(r"\W+", "_", f" {row[0]}"))
    for folder, rows in TABLES.items()
    for row in rows[1:]
]


def called(case: cases.CaseFile) -> set[str]:
    """Names that the calls of a case mention."""
    return {node.id for call in case.calls for node in ast.walk(call.tree) if isinstance(node, ast.Name)}


@functools.cache
def files(folder: Path) -> dict[str, Path]:
    """The case files of a folder by name, without those that others include or cimport from."""
    paths = [path for path in sorted(folder.iterdir()) if path.suffix in (".py", ".pyx")]
    beside = {name for path in paths for name in cases.companions(path.read_text(encoding="utf-8"))}
    return {path.stem: path for path in paths if path.name not in beside}


@pytest.mark.parametrize(("folder", "row", "width"), ROWS)
def test_row(folder, row, width):
    assert len(row) == width
    for cell in row[1:]:
        if cell not in ("", "-"):
            file, function = cell.split(".")
            case = cases.read_case(files(folder)[file])
            assert function in called(case), cell
            assert re.search(rf"^\s*(c?p?def\b.*\b|def ){function}\(", case.source, re.MULTILINE), cell


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_case_file_is_in_the_table(folder):
    table = {cell.split(".")[0] for row in TABLES[folder][1:] for cell in row[1:] if "." in cell}
    assert files(folder).keys() - NO_EDGES - table == set()
    assert not NO_EDGES & table
