"""The manual has a page for each command, and each page names its options: those that exist, and no others; and its tables
of features and of what differs from Cython are those of the tests. `PYRX_UPDATE=1` rewrites the tables.
"""

import os
import re
import tomllib

import pytest
from command import ROOT

MANUAL = ROOT / "docs" / "manual"
CYTHON = ROOT / "tests" / "cases" / "cython"
COMMANDS = [
    "build",
    "cythonize",
    "run",
    "check",
    "annotate",
    "types",
    "explain",
    "dump",
    "clean",
    "warm",
    "doctor",
    "completion",
]
EVERYWHERE = {"--color", "--quiet", "--verbose", "--help", "-q", "-v", "-h"}


def documented(page: str) -> set[str]:
    text = (MANUAL / f"{page}.md").read_text(encoding="utf-8")
    options = re.findall(r"^- (`.*?):", text, re.MULTILINE)
    return set(re.findall(r"`(--?[A-Za-z-]+)", " ".join(options)))


@pytest.mark.parametrize("command", COMMANDS)
def test_options_of_a_command(project, command):
    said = project.pyrx(command, "--help").stdout
    real = set(re.findall(r"^ +(-[A-Za-z])(?=[, ])|(?<=[ ,])(--[a-z-]+)", said, re.MULTILINE))
    real = {name for pair in real for name in pair if name}
    assert documented(command) == real - EVERYWHERE


def test_options_of_every_command(project):
    assert documented("index") >= EVERYWHERE


def test_all_commands_have_a_page(project):
    said = project.pyrx("--help").stdout
    assert re.findall(r"^  ([a-z]+)  ", said.split("Commands:")[1].split("Options:")[0], re.MULTILINE) == COMMANDS
    index = (MANUAL / "index.md").read_text(encoding="utf-8")
    assert all(f"({page.name})" in index for page in MANUAL.glob("*.md") if page.stem in COMMANDS)


def test_directives(project):
    project.write("kernel.py", "")
    hint = project.pyrx("check", "-X", "no_such_thing_at_all=1", "kernel.py", status=2).stderr
    names = re.search(r"the directives are (.*)", hint)[1].split(", ")
    page = (MANUAL / "directives.md").read_text(encoding="utf-8")
    assert "boundscheck" in names and all(f"`{name}`" in page for name in names)


def holds(page: str, part: str, text: str):
    """Compares a part of a page with what it must hold, or rewrites it."""
    path = MANUAL / page
    before, start, rest = path.read_text(encoding="utf-8").partition(f"<!-- rows: {part} -->\n\n")
    found, end, after = rest.partition("\n<!-- end -->")
    assert end, f"{page} has no part {part}"
    if os.environ.get("PYRX_UPDATE"):
        path.write_text(before + start + text + end + after, encoding="utf-8")
    else:
        assert found == text, f"{page}: PYRX_UPDATE=1 rewrites it"


@pytest.mark.parametrize("file", ["deviations", "todo"])
def test_differences_from_cython(file):
    data = tomllib.loads((CYTHON / f"{file}.toml").read_text(encoding="utf-8"))
    used = {entry.get("reason") for part in ("texts", "calls") for entry in data.get(part, [])}
    reasons = [reason for name, reason in data["reasons"].items() if name in used]
    holds("cython.md", file, "".join(f"- {reason};\n" for reason in reasons[:-1]) + f"- {reasons[-1]}.\n")


def test_what_is_missing_from_cython():
    texts = (path.read_text(encoding="utf-8") for path in sorted(CYTHON.rglob("*.pyx")))
    missing = [line for text in texts for line in re.findall(r"^# todo: (.*)$", text, re.MULTILINE)]
    holds("cython.md", "missing", "".join(f"- {line};\n" for line in missing[:-1]) + f"- {missing[-1]}.\n")


def test_features():
    """The features that have cases, and how many of the edges that can arise are covered."""
    lines = (ROOT / "tests" / "FEATURES.md").read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
    table = "| feature | cases | edges covered |\n|---|---|---|\n"
    for feature, *cells in rows:
        if feature == "feature" or feature.startswith("---"):
            continue
        arising = [cell for cell in cells if cell != "-"]
        files = sorted({cell.split(".")[0] for cell in arising if cell})
        covered = sum(map(bool, arising))
        table += f"| {feature} | {' '.join(f'`{file}`' for file in files)} | {covered} of {len(arising)} |\n"
    holds("language.md", "features", table)
