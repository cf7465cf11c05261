"""The table of features and edge cases names cases that exist and are called."""

import ast
import re
from pathlib import Path

import cases
import pytest

TESTS = Path(__file__).resolve().parents[1]
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in (TESTS / "FEATURES.md").read_text(encoding="utf-8").replace(" |\n", " |\n").splitlines()
    if line.startswith("|") and not line.startswith("|---")
]


def called(case: cases.CaseFile) -> set[str]:
    """Names that the calls of a case mention."""
    return {node.id for call in case.calls for node in ast.walk(call.tree) if isinstance(node, ast.Name)}


@pytest.mark.parametrize("row", ROWS[1:], ids=lambda row: re.sub(r"\W+", "_", row[0]))
def test_row(row):
    assert len(row) == len(ROWS[0])
    for cell in row[1:]:
        if cell not in ("", "-"):
            file, function = cell.split(".")
            case = cases.read_case(TESTS / "cases" / "run" / f"{file}.py")
            assert function in called(case), cell
            assert re.search(rf"^\s*def {function}\(", case.source, re.MULTILINE), cell


def test_every_case_file_is_in_the_table():
    table = {cell.split(".")[0] for row in ROWS[1:] for cell in row[1:] if "." in cell}
    layout_only = {"signatures_future", "signatures_docstring_first"}  # spellings of source, no edge cases
    assert {path.stem for path in (TESTS / "cases" / "run").glob("*.py")} - layout_only <= table
