"""`--output-format`: what was found as lines and documents; and the exit status, which is the same in every form."""

import json

import pytest
from command import KERNEL

WRONG = "def f(n: int) -> int\n    return n\n"
RACE = """\
import pyrx


def smooth(a: pyrx.float64[:]):
    for i in pyrx.prange(len(a) - 1):
        a[i] = a[i] + a[i + 1]
"""
FORMATS = ["full", "concise", "json", "github", "sarif"]


@pytest.fixture
def wrong(project):
    """A module with an error and one with a warning."""
    project.write("wrong.py", WRONG)
    project.write("race.py", RACE)
    return project


def found(text: str, form: str) -> list[tuple]:
    """Code, file, line and column of each finding of a document."""
    if form == "json":
        return [(item["code"], item["path"], item["line"], item["column"]) for item in json.loads(text)["findings"]]
    [run] = json.loads(text)["runs"]
    places = [item["locations"][0]["physicalLocation"] for item in run["results"]]
    return [
        (item["ruleId"], place["artifactLocation"]["uri"], place["region"]["startLine"], place["region"]["startColumn"])
        for item, place in zip(run["results"], places, strict=True)
    ]


BOTH = [("P0101", "wrong.py", 1, 21), ("P0401", "race.py", 6, 9)]


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_one_document_of_all_modules(wrong, form):
    said = wrong.pyrx("check", "--output-format", form, "wrong.py", "race.py", status=1)
    assert found(said.stdout, form) == BOTH and said.stderr == ""


def test_a_finding_as_json(wrong):
    document = json.loads(wrong.pyrx("check", "--output-format", "json", "race.py").stdout)
    assert document["version"] == 1 and document["failures"] == []
    [finding] = document["findings"]
    hint, message = finding.pop("hint"), finding.pop("message")
    assert "`range`" in hint and "iterations" in message
    [note] = finding.pop("notes")
    assert note.pop("message").startswith("another iteration")
    assert note == {"path": "race.py", "line": 6, "column": 23, "end_line": 6, "end_column": 31}
    place = {"path": "race.py", "line": 6, "column": 9, "end_line": 6, "end_column": 13}
    assert finding == place | {"module": "race.py", "code": "P0401", "severity": "warning"}
    [module] = document["modules"]
    assert module["functions"][0]["qualname"] == "smooth" and module["exceeded"] is False


def test_concise(wrong):
    said = wrong.pyrx("check", "--output-format", "concise", "wrong.py", "race.py", status=1)
    lines = said.stdout.splitlines()
    assert lines[0] == "wrong.py:1:21: P0101 expected ':'"
    assert lines[1].startswith("race.py:6:9: P0401 iterations of") and len(lines) == 2


def test_github(wrong):
    said = wrong.pyrx("check", "--output-format", "github", "wrong.py", "race.py", status=1)
    lines = said.stdout.splitlines()
    assert lines[0] == "::error file=wrong.py,line=1,endLine=1,col=21,title=pyrx P0101::expected ':'"
    assert lines[1].startswith("::warning file=race.py,line=6,endLine=6,col=9,endColumn=13,title=pyrx P0401::")
    assert "%0Anote: race.py:6:23: another" in lines[1] and "%0Ahint: " in lines[1] and len(lines) == 2


def test_the_full_form_is_for_people(wrong):
    said = wrong.pyrx("check", "wrong.py", "race.py", status=1)
    assert "error[P0101]: expected ':'\n --> wrong.py:1:21" in said.stderr and "^" in said.stderr
    assert "smooth" in said.stdout


@pytest.mark.parametrize("form", FORMATS)
def test_exit_statuses(wrong, form):
    wrong.write("kernel.py", KERNEL)
    wrong.write("slow.py", "def f(x):\n    for i in x:\n        print(i.name)\n")
    wrong.write("latin.py", b"x = '\xe9'\n")

    def status(expected, *arguments):
        return wrong.pyrx(*arguments[:1], "--output-format", form, *arguments[1:], status=expected)

    status(0, "check", "kernel.py", "race.py")
    status(1, "check", "kernel.py", "wrong.py")
    status(1, "check", "latin.py")
    status(1, "check", "--strict", "race.py")
    assert "at most 0 may" in status(1, "check", "--max-interp-lines", "0", "slow.py").stderr
    assert "cannot read" in status(2, "check", "wrong.py", "missing.py").stderr
    status(2, "check", "-X", "boundschek=1", "kernel.py")
    status(1, "build", "wrong.py")
    status(2, "build", "missing.py")
    status(1, "cythonize", "wrong.py")
    status(2, "cythonize", "missing*.pyx")


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_a_document_is_whole_where_a_module_cannot_be_read(wrong, form):
    said = wrong.pyrx("check", "--output-format", form, "missing.py", "race.py", status=2)
    assert found(said.stdout, form) == BOTH[1:]
    if form == "json":
        [failure] = json.loads(said.stdout)["failures"]
        assert failure["message"].startswith("cannot read missing.py")


def test_a_failure_on_github(wrong):
    said = wrong.pyrx("check", "--output-format", "github", "missing.py", status=2)
    assert said.stdout.startswith("::error title=pyrx::cannot read missing.py") and said.stdout.count("\n") == 1


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_bytes_that_are_not_utf8_are_a_finding(project, form):
    project.write("latin.py", b"y = '\xc3\xa9\xe9'\n")
    project.write("declared.py", "# x\n# coding: latin-1\ny = 'é'\n")
    said = project.pyrx("check", "--output-format", form, "latin.py", "declared.py", status=1)
    assert found(said.stdout, form) == [("P0104", "latin.py", 1, 7), ("P0104", "declared.py", 2, 1)]


def test_columns_count_characters(project):
    project.write("wrong.py", "é = '数'; x = = 1\n")
    said = project.pyrx("check", "--output-format", "concise", "wrong.py", status=1).stdout
    assert said.startswith("wrong.py:1:14: P0101 ")


def test_names_that_would_act(project):
    name = "a,b:%\x1b[31m\u202e.py"
    project.write(name, WRONG)
    for form in FORMATS:
        said = project.pyrx("check", "--output-format", form, "--", name, status=1)
        assert "\x1b" not in said.stdout + said.stderr and "\u202e" not in said.stdout + said.stderr
    [finding] = json.loads(project.pyrx("check", "--output-format", "json", "--", name, status=1).stdout)["findings"]
    assert finding["path"] == name


def test_a_build_and_one_of_what_has_not_changed(wrong):
    for _ in range(2):
        said = wrong.pyrx("build", "--output-format", "json", "race.py")
        assert found(said.stdout, "json") == BOTH[1:] and "modules" not in json.loads(said.stdout)
    assert wrong.pyrx("build", "--output-format", "concise", "race.py").stdout.startswith("race.py:6:9: P0401 ")
    assert "^^^^" in wrong.pyrx("build", "race.py").stderr


def test_a_document_and_the_rust_do_not_mix(kernel):
    said = kernel.pyrx("build", "--show-rust", "--output-format", "json", "kernel.py", status=2)
    assert "--keep" in said.stderr and json.loads(said.stdout)["findings"] == []


def test_the_environment_chooses(wrong):
    wrong.env["PYRX_OUTPUT_FORMAT"] = "concise"
    assert wrong.pyrx("check", "wrong.py", status=1).stdout.startswith("wrong.py:1:21: ")
    assert "^" in wrong.pyrx("check", "--output-format", "full", "wrong.py", status=1).stderr
    wrong.env["PYRX_OUTPUT_FORMAT"] = "xml"
    assert "invalid value 'xml'" in wrong.pyrx("check", "wrong.py", status=2).stderr


def test_the_older_spelling(wrong):
    assert "smooth" in wrong.pyrx("check", "--format", "text", "race.py").stdout
    assert found(wrong.pyrx("check", "--format", "json", "race.py").stdout, "json") == BOTH[1:]


@pytest.mark.parametrize(
    "variables, colours",
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"CLICOLOR_FORCE": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_colours_of_the_environment(wrong, variables, colours):
    for name in ("FORCE_COLOR", "CLICOLOR_FORCE", "CLICOLOR"):
        wrong.env.pop(name, None)
    wrong.env |= variables
    assert ("\x1b[" in wrong.pyrx("check", "wrong.py", status=1).stderr) is colours
    assert "\x1b[" in wrong.pyrx("check", "--color", "always", "wrong.py", status=1).stderr
    assert "\x1b[" not in wrong.pyrx("check", "--color", "never", "wrong.py", status=1).stderr
