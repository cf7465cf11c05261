"""The report for programs and for comments, and the browser that it is opened in."""

import json
from pathlib import Path

import jsonschema
import pytest
from sources import HOSTILE, KERNEL, SAMPLE, line

SCHEMA = json.loads((Path(__file__).parent / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
BROKEN = "def f(x):\n    return (x\n"


def written(project, form: str, source: str = SAMPLE, name: str = "module.py", status: int = 0) -> str:
    project.write(name, source)
    return project.pyrx("annotate", "--format", form, "-o", "-", "--", name, status=status).stdout


@pytest.mark.parametrize("form", ["html", "json", "md", "sarif"])
def test_each_format_has_its_suffix(project, form):
    project.write("module.py", SAMPLE)
    project.pyrx("annotate", "--format", form, "module.py")
    assert project.names() == sorted([f"module.{form}", "module.py"])
    project.pyrx("clean", "module.py")
    assert project.names() == ["module.py"]


def test_json_is_an_alias(project):
    project.write("module.py", SAMPLE)
    alias = project.pyrx("annotate", "--json", "-o", "-", "module.py").stdout
    assert alias == written(project, "json")
    project.pyrx("annotate", "--json", "--format", "md", "module.py", status=2)


def test_json_holds_warnings_and_errors(project):
    [warning] = json.loads(written(project, "json"))["diagnostics"]
    assert (warning["code"], warning["severity"], warning["line"]) == ("P0401", "warning", line("xs[at[i]]"))
    broken = json.loads(written(project, "json", BROKEN, status=1))
    assert [found["severity"] for found in broken["diagnostics"]] == ["error"] and broken["functions"] == []


@pytest.mark.parametrize(
    ("source", "name", "status"),
    [
        (SAMPLE, "module.py", 0),
        (HOSTILE, "module.py", 0),
        (KERNEL, "kernel.pyx", 0),
        ("", "a b{[#.py", 0),
        (BROKEN, "module.py", 1),
        ("def f(x):\n  return '[a](b)' {0}\n", "m.py", 1),
    ],
)
def test_sarif_is_valid(project, source, name, status):
    log = json.loads(written(project, "sarif", source, name, status))
    jsonschema.validate(log, SCHEMA, format_checker=jsonschema.FormatChecker())
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    for result in log["runs"][0]["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_sarif_tells_problems_with_their_places(project):
    results = json.loads(written(project, "sarif"))["runs"][0]["results"]
    found = {}
    for result in results:
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "module.py"
        found.setdefault(result["ruleId"], []).append((result["level"], place["region"]["startLine"]))
    assert found["P0401"] == [("warning", line("xs[at[i]]"))] and "race" not in found
    assert found["interpreted"] == [("warning", line("def generator"))]
    assert ("note", line("a[i] * b[j]")) in found["interpreter"]
    assert [place for _, place in found["check_kept"]] and "parallel" not in found
    [error] = json.loads(written(project, "sarif", BROKEN, status=1))["runs"][0]["results"]
    region = error["locations"][0]["physicalLocation"]["region"]
    assert (error["level"], region["startLine"], region["startColumn"]) == ("error", 2, 12)


def test_markdown_reads_in_a_comment(project):
    text = written(project, "md")
    assert text.startswith("### `module.py`\n\n- **warning** `P0401` line")
    assert f"| `generator` | left to Python | {line('def generator')}–{line('yield n')} |" in text
    assert f"to help line {line('a[i] * b[j]')} in part" in text
    assert "<" not in "".join(written(project, "md", HOSTILE).split("`")[::2])
    assert written(project, "md", BROKEN, status=1).startswith("### `module.py`\n\n- **error** `P0101` line 2:12: ")


def test_an_error_is_told_on_the_terminal_too(project):
    project.write("module.py", BROKEN)
    assert "P0101" in project.pyrx("annotate", "module.py", status=1).stderr
    assert project.names() == ["module.html", "module.py"]


@pytest.fixture
def opener(project):
    """Makes a program that notes what it was asked to open; returns its path and how to read the notes."""

    def opener(name: str, status: int = 0) -> tuple[Path, Path]:
        note = project.folder.parent / f"{name}.note"
        program = project.folder.parent / name
        program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {note}\nexit {status}\n')
        program.chmod(0o755)
        return program, note

    return opener


def test_open_asks_the_browser_that_is_named(project, opener):
    program, note = opener("browser")
    project.env["BROWSER"] = f"no-such-program:{program} --new %s:other"
    project.write("a b.py", SAMPLE)
    project.pyrx("annotate", "--open", "a b.py")
    assert note.read_text().splitlines() == ["--new", str(project.folder / "a b.html")]


def test_open_falls_back_to_what_the_system_has(project, opener):
    failing, _ = opener("failing", status=3)
    opener("xdg-open", status=4)
    _, note = opener("python3")
    project.env |= {"BROWSER": str(failing), "PATH": f"{project.folder.parent}:/usr/bin:/bin"}
    project.write("größe.py", SAMPLE)
    project.pyrx("annotate", "--open", "größe.py")
    address = (project.folder / "größe.html").as_uri()
    assert note.read_text().splitlines() == ["-m", "webbrowser", "-t", address]


def test_open_without_a_browser_says_so(project, opener):
    for name in "xdg-open", "python3":
        opener(name, status=1)
    project.env |= {"BROWSER": "", "PATH": f"{project.folder.parent}:/usr/bin:/bin"}
    project.write("module.py", SAMPLE)
    said = project.pyrx("annotate", "--open", "module.py", status=2).stderr
    assert "no browser could be started" in said and "BROWSER" in said and "module.html" in project.names()
    assert "--open needs a file" in project.pyrx("annotate", "--open", "-o", "-", "module.py", status=2).stderr
