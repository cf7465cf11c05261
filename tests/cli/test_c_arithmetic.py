"""Arithmetic of a `.pyx`: what Cython 3.3 answers for the same file and calls."""

from command import ROOT

CASE = ROOT / "tests" / "cases" / "cython" / "c_arithmetic"
ASK = """
from math import inf, nan
from kernel import *
for call in {calls!r}:
    try:
        print(call, "->", repr(eval(call)))
    except Exception as error:
        print(call, "->", type(error).__name__, error)
"""


def test_answers_are_cythons(project):
    expected = CASE.with_suffix(".out").read_text()
    project.write("kernel.pyx", CASE.with_suffix(".pyx").read_text())
    project.pyrx("build", "kernel.pyx")
    calls = [line.split(" -> ")[0] for line in expected.splitlines()]
    assert project.python(ASK.format(calls=calls)) == expected
