"""Wrong programs: each file of tests/cases/cython/wrong ends with what pyrx says of it, `# error line:column: message`.

Where Cython says it otherwise, `# cython line:column: message` follows, or `# cython: accepts` (or `crashes`). Lines count
from 1, columns from 0. `todo.toml` lists the files of which pyrx says something else for now.
"""

import re
import tomllib

import dialect
import known
import oracle
import pytest

FOLDER = known.FOLDER / "wrong"
FILES = sorted(FOLDER.glob("*.pyx"))
TODO = tomllib.loads((FOLDER / "todo.toml").read_text(encoding="utf-8"))["files"]
_EXPECTED = re.compile(r"^# (error|cython) (\d+:\d+: .*)$", re.MULTILINE)


def expected(text: str, who: str) -> list[str]:
    return [message for kind, message in _EXPECTED.findall(text) if kind == who]


@pytest.fixture(scope="module")
def said_by_pyrx() -> dict[str, list[str]]:
    """The errors of each file, from one process."""
    return {
        path.stem: [
            f"{item['line']}:{item['column']}: {item['message']}" for item in found if item["severity"] == "error"
        ]
        for path, found in dialect.check_files(FILES).items()
    }


@pytest.fixture(scope="module")
def said_by_cython() -> dict[str, list[str]]:
    return oracle.messages(FILES)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_pyrx_says_what_is_wrong(path, said_by_pyrx):
    wanted = expected(path.read_text(encoding="utf-8"), "error")
    assert wanted, "the file has no `# error line:column: message`"
    said = said_by_pyrx[path.stem]
    if path.stem in TODO:
        assert said != wanted, "pyrx says it now: take the file out of todo.toml"
    else:
        assert said == wanted


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_cython_refuses_it_too(path, said_by_cython):
    text = path.read_text(encoding="utf-8")
    said = said_by_cython[path.stem]
    if "\n# cython: accepts\n" in text:
        assert not said
    elif "\n# cython: crashes\n" not in text:
        wanted = expected(text, "cython") or expected(text, "error")
        assert set(wanted) <= set(said)


def test_todo_names_files():
    assert {path.stem for path in FILES} >= set(TODO)
    assert len(FILES) >= 120
