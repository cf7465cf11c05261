"""The manual has a page for each command, and each page names its options: those that exist, and no others."""

import re

import pytest
from command import ROOT

MANUAL = ROOT / "docs" / "manual"
COMMANDS = [
    "build",
    "cythonize",
    "run",
    "check",
    "annotate",
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
