"""Every call of tests/cases/cython does, compiled by pyrx, what it does compiled by Cython."""

import re
from pathlib import Path

import cases
import dialect
import known
import pytest
import session
import toolchain

CASES = dialect.read_all()
TODO = [case for case in CASES if dialect.todo(case)]
SHOWN = 5
LINES = [pytest.param(case, start, end, id=name) for case in CASES for start, end, name in cases.lines_of_calls(case)]


@pytest.fixture(scope="session")
def outcomes(request) -> dict[str, dialect.Outcome]:
    """What the case files that the selected tests need did in both worlds."""
    items = [item for item in request.session.items if item.path == Path(__file__)]
    chosen = {item.callspec.params["case"].name for item in items if item.originalname == "test_calls"}
    whole = any(
        item.name in (test_known_build_errors_occur.__name__, test_rules_of_texts_are_used.__name__) for item in items
    )
    return dialect.outcomes([case for case in CASES if whole or case.name in chosen])


def _refused(case: cases.CaseFile, error: toolchain.BuildError) -> None:
    """A build error is one that `todo.toml` knows."""
    if not known.knows_build(case.name, str(error)):
        pytest.fail(f"{case.path.name} does not build\n{error}", pytrace=False)


@pytest.mark.parametrize(("case", "start", "end"), LINES)
def test_calls(case, start, end, outcomes):
    outcome = outcomes[case.name]
    assert not isinstance(outcome.cython, toolchain.BuildError), outcome.cython
    dead = [seen for seen in outcome.cython[start:end] if "process" in seen]
    assert not dead, f"Cython's module ends: {dead[:1]}"
    if outcome.pyrx is None:
        return
    if isinstance(outcome.pyrx, toolchain.BuildError):
        return _refused(case, outcome.pyrx)
    wrong = {
        index: diff
        for index in range(start, end)
        if (diff := known.judge(case, case.calls[index], outcome.cython[index], outcome.pyrx[index]))
    }
    if wrong:
        text = f"{case.path}:{case.calls[start].line}: {len(wrong)} of {end - start} calls differ"
        for index, diff in list(wrong.items())[:SHOWN]:
            text += f"\n{case.calls[index].label}\n{session.render(diff)}"
        pytest.fail(text, pytrace=False)


@pytest.fixture(scope="session")
def todo_diagnostics() -> dict[str, list[dict]]:
    return dialect.check(TODO)


def test_what_is_not_supported_says_so(todo_diagnostics):
    """A case with `# todo:` has located errors P0105 and no others."""
    wrong = [text for case in TODO for text in _unfounded(case, todo_diagnostics[case.name])]
    assert not wrong, "\n".join(wrong)


def _unfounded(case: cases.CaseFile, diagnostics: list[dict]) -> list[str]:
    """What speaks against the case's `# todo:` line."""
    texts = dialect.errors(diagnostics)
    if not texts:
        return [f"{case.path}: it builds: take its `# todo:` line away"]
    located = re.compile(r".*:[1-9]\d*:\d+: \[P0105\] ")
    return [text for text in texts if not located.match(text) and not known.knows_build(case.name, text)]


def test_known_calls_exist():
    """The data files name calls that there are."""
    calls = {(case.name, call.label) for case in CASES for call in case.calls}
    absent = [f"{file}: {case}: {call}" for (case, call), file in _files().items() if (case, call) not in calls]
    absent += [f"todo.toml: {name}" for name in known.builds() if name not in {case.name for case in CASES}]
    assert not absent, "\n".join(absent)


def _files() -> dict[tuple[str, str], str]:
    return {key: entry.file for key, entry in known.entries().items()}


def test_known_build_errors_occur(outcomes, todo_diagnostics):
    for name in known.builds():
        outcome = outcomes[name].pyrx
        said = str(outcome) if outcome is not None else "\n".join(dialect.errors(todo_diagnostics[name]))
        assert known.knows_build(name, said), f"{name} builds, or says something else: {said}"


def test_rules_of_texts_are_used(outcomes):
    used = {
        known.text_rule(known.differing(case, cython, pyrx))
        for case in CASES
        if isinstance(outcomes[case.name].pyrx, list) and isinstance(outcomes[case.name].cython, list)
        for cython, pyrx in zip(outcomes[case.name].cython, outcomes[case.name].pyrx, strict=True)
    }
    assert known.texts().keys() <= used
