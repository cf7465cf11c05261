"""Each code has a page whose programs do what it says, and the manual's error index is made of the same pages.

`PYRX_UPDATE=1` writes what pyrx says into the pages, and the index."""

import json
import os
import re

import pytest
from command import ROOT

CODES = ROOT / "transpiler" / "src" / "diag" / "pages"
KINDS = ROOT / "annotate" / "src" / "pages"
INDEX = ROOT / "docs" / "manual" / "errors.md"
UPDATE = os.environ.get("PYRX_UPDATE") == "1"
TITLES = {"wrong": "Wrong", "says": "What pyrx says", "example": "For example", "mended": "Mended"}
# A bug of pyrx: what makes one is mended.
WITHOUT_PROGRAM = {"P0901"}


def names(folder):
    return sorted(path.stem for path in folder.glob("*.md"))


def blocks(page: str) -> dict[str, tuple[str, str]]:
    """By what a block is: its language and its text."""
    found = re.findall(r"^```(\w+) (\w+)\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert page.count("```") == 2 * len(found)
    return {role: (language, text) for language, role, text in found}


def written(project, page: str, role: str) -> str:
    language, text = blocks(page)[role]
    name = {"python": "kernel.py", "cython": "kernel.pyx"}[language]
    project.write(name, text)
    return name


def listed(project) -> list[tuple[str, str]]:
    said = project.pyrx("explain").stdout
    return re.findall(r"^  (\w+) +(.*)$", said, re.MULTILINE)


@pytest.mark.parametrize("code", names(CODES))
def test_a_code(project, code):
    path = CODES / f"{code}.md"
    page = path.read_text(encoding="utf-8")
    if code in WITHOUT_PROGRAM:
        assert not blocks(page)
        return
    assert list(blocks(page)) == ["wrong", "says", "mended"]
    name = written(project, page, "wrong")
    command, _, says = blocks(page)["says"][1].partition("\n")
    words = command.removeprefix("$ pyrx ").split()
    assert words[0] == "check" and words[-1] == name
    process = project.start(*words)
    said = process.communicate()[1]
    assert f"[{code}]" in said and process.returncode == (0 if "warning" in said else 1)
    if UPDATE:
        path.write_text(page.replace(f"{command}\n{says}```", f"{command}\n{said}```"), encoding="utf-8")
    else:
        assert says == said
    name = written(project, page, "mended")
    assert project.pyrx(*words[:-1], name).stderr == ""


@pytest.mark.parametrize("kind", names(KINDS))
def test_a_kind_of_fact(project, kind):
    page = (KINDS / f"{kind}.md").read_text(encoding="utf-8")

    def kinds(role):
        said = project.pyrx("annotate", "--json", "-o", "-", written(project, page, role)).stdout
        return {fact["kind"] for fact in json.loads(said)["facts"]}

    assert kind in kinds("example")
    assert "mended" not in blocks(page) or kind not in kinds("mended")


def test_the_list_names_all(project):
    assert [name for name, _ in listed(project)][: len(names(CODES))] == names(CODES)
    assert sorted(name for name, _ in listed(project)) == sorted(names(CODES) + names(KINDS))


def test_a_page(project):
    said = project.pyrx("explain", "p0201").stdout
    assert said.startswith("P0201: a signature line or a type annotation cannot be read\n")
    assert "\nwrong:\n\n    #pythran export" in said and "\nmended:\n" in said and "```" not in said
    assert project.pyrx("explain", "Check_Kept").stdout.startswith("check_kept: check kept\n")


@pytest.mark.parametrize(
    "name, hint",
    [
        ("P0112", "did you mean `P0"),
        ("chekc_kept", "did you mean `check_kept`?"),
        ("nothing", "lists all"),
        ("", "lists all"),
    ],
)
def test_an_unknown_code(project, name, hint):
    said = project.pyrx("explain", name, status=2).stderr
    assert f"there is no code `{name}`" in said and hint in said


def index(project) -> str:
    rows = listed(project)
    pages = {path.stem: path.read_text(encoding="utf-8") for folder in (CODES, KINDS) for path in folder.glob("*.md")}
    codes = [row for row in rows if row[0] in names(CODES)]
    kinds = [row for row in rows if row[0] in names(KINDS)]

    def table(rows):
        return "".join(f"| [`{name}`](#{name.lower()}) | {meaning} |\n" for name, meaning in rows)

    def section(name, meaning):
        text = re.sub(
            r"^(```\w+) (\w+)$", lambda block: f"{TITLES[block[2]]}:\n\n{block[1]}", pages[name], flags=re.MULTILINE
        )
        return f"\n## {name}\n\n{meaning[0].upper()}{meaning[1:]}.\n\n{text}"

    return (
        "# Error index\n\n"
        "What each code of a [diagnostic](diagnostics.md) means, a program that has it, what pyrx says, and the program mended;\n"
        "then the kinds of facts that the [report](annotate.md) has of lines. [`pyrx explain`](explain.md) shows the same.\n\n"
        f"| code | means |\n|---|---|\n{table(codes)}\n| kind of fact | shown as |\n|---|---|\n{table(kinds)}"
        + "".join(section(*row) for row in rows)
    )


def test_the_error_index(project):
    text = index(project)
    if UPDATE:
        INDEX.write_text(text, encoding="utf-8")
    assert INDEX.read_text(encoding="utf-8") == text
