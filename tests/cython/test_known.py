"""The data files of known differences: what is listed is let through, what is not is seen, what is gone is said."""

import ast

import known
import pytest
from cases import Call, CaseFile

DEVIATIONS = r"""
[reasons]
why = "so it is"

[[texts]]
cython = 'ValueError: (\w+) .*'
pyrx = 'TypeError: \1'
reason = "why"

[[calls]]
case = "m"
reason = "why"
calls = [
    ["f(1)", "result: int 1", "result: int 2"],
]
"""
TODO = """
[reasons]
bug = "wrong for now"

[[calls]]
case = "m"
reason = "bug"
calls = [
    ["f(2)", "result: int 2", ""],
]
"""
ONE, TWO, THREE = ({"result": f"int {n}", "raised": "", "place": ""} for n in (1, 2, 3))


def raised(text: str, place: str = "") -> known.Seen:
    return {"result": "", "raised": text, "place": place}


@pytest.fixture
def judge(tmp_path, monkeypatch):
    """A function from the text of a call and what both worlds saw to what is said of it."""
    monkeypatch.setattr(known, "FOLDER", tmp_path)
    (tmp_path / "deviations.toml").write_text(DEVIATIONS)
    (tmp_path / "todo.toml").write_text(TODO)
    known.forget()
    case = CaseFile(tmp_path / "m.pyx", "def f(int x):\n    return x\n")

    def of(text: str, cython: known.Seen, pyrx: known.Seen) -> dict:
        return known.judge(case, Call(3, text, ast.parse(text, mode="eval").body), cython, pyrx)

    yield of
    known.forget()


def test_agreement_is_silent(judge):
    assert judge("f(0)", ONE, ONE) == {}


def test_unknown_difference_is_seen(judge):
    assert judge("f(0)", ONE, TWO) == {"result": ("int 1", "int 2")}


def test_listed_difference_is_known(judge):
    assert judge("f(1)", ONE, TWO) == {}
    assert judge("f(2)", TWO, THREE) == {}


def test_another_difference_than_listed_is_seen(judge):
    assert judge("f(1)", ONE, THREE)
    assert judge("f(2)", ONE, THREE)


def test_listed_difference_that_is_gone_is_seen(judge):
    assert judge("f(1)", ONE, ONE)
    assert judge("f(2)", TWO, TWO)


def test_rule_of_texts(judge):
    assert judge("f(0)", raised("ValueError: a b"), raised("TypeError: a")) == {}
    assert judge("f(0)", raised("ValueError: a b"), raised("TypeError: b"))
    assert judge("f(0)", ONE, raised("TypeError: a"))


def test_place(judge):
    error = "ValueError: a"
    assert judge("f(0)", raised(error, "line 2 in m.f"), raised(error, "line 1 in m.f"))
    assert judge("f(0)", raised(error, "line 2 in m.f"), raised(error, known.NO_FRAME))
    assert judge("f(0)", raised(error, "line 1 in m.f"), raised(error, known.NO_FRAME)) == {}


def test_prune(judge, tmp_path):
    known.prune({("m", "f(1)")})
    known.forget()
    assert ("m", "f(1)") not in known.entries()
    assert ("m", "f(2)") in known.entries()
    assert "[[calls]]" not in (tmp_path / "deviations.toml").read_text()
