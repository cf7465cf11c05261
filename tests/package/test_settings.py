"""`[tool.pyrx]`, `PYRX_*` and `-C`: what they say, which of them wins, and what is refused."""

import re
import sys
from pathlib import Path

import pytest
from projects import PYPROJECT, ROOT, small

sys.path.insert(0, str(ROOT / "python"))

from pyrx._build import settings
from pyrx._build.failure import BuildFailure


@pytest.fixture(autouse=True)
def no_variables(monkeypatch):
    for key in settings.SAID:
        monkeypatch.delenv("PYRX_" + key.upper().replace("-", "_"), raising=False)
    monkeypatch.delenv("PYRX_DISABLE", raising=False)


def test_nothing_said():
    said = settings.read({}, None)
    assert said == settings.Settings() and said.options_of("a").arguments() == []


def test_everything_said():
    table = {
        "include": ["a.py"],
        "exclude": ["b.py"],
        "directives": {"boundscheck": False, "language_level": 3},
        "strict": True,
        "native": True,
        "max-interp-lines": 4,
        "include-dirs": ["c"],
        "ship-source": False,
    }
    said = settings.read(table, {})
    assert (said.include, said.exclude, said.ship_source) == (("a.py",), ("b.py",), False)
    options = said.options_of("a")
    arguments = ["-X", "boundscheck=false", "-X", "language_level=3", "--strict", "--native", "-I"]
    assert options.arguments() == [*arguments, "c"] and options.arguments(Path("/p")) == [*arguments, "/p/c"]
    assert options.max_interp_lines == 4


def test_a_module_of_its_own():
    table = {
        "directives": {"boundscheck": False},
        "overrides": {"p.*": {"strict": True, "directives": {"cdivision": True}}, "p.b": {"strict": False}},
    }
    said = settings.read(table, {})
    assert said.options_of("q").arguments() == ["-X", "boundscheck=false"]
    assert said.options_of("p.a").arguments() == ["-X", "boundscheck=false", "-X", "cdivision=true", "--strict"]
    assert not said.options_of("p.b").strict


def test_variables_win_over_the_table_and_settings_over_variables(monkeypatch):
    table = {"strict": False, "max-interp-lines": 1, "overrides": {"p": {"strict": False, "max-interp-lines": 2}}}
    monkeypatch.setenv("PYRX_STRICT", "1")
    monkeypatch.setenv("PYRX_MAX_INTERP_LINES", "7")
    monkeypatch.setenv("PYRX_NATIVE", "")
    options = settings.read(table, {"pyrx.max-interp-lines": "9"}).options_of("p")
    assert options == settings.Options(strict=True, max_interp_lines=9)


def test_directives_are_added(monkeypatch):
    monkeypatch.setenv("PYRX_DIRECTIVES", "cdivision wraparound=False")
    config = {"directives": "cpow", "directives.cdivision": "no"}
    said = settings.read({"directives": {"boundscheck": False}}, config).options_of("m").directives
    assert dict(said) == {"boundscheck": "false", "cdivision": "no", "cpow": "true", "wraparound": "false"}


def test_lists_of_the_frontend():
    assert settings.read({}, {"include": ["a.py", "b.py"]}).include == ("a.py", "b.py")
    assert settings.read({}, {"include": "a.py b.py"}).include == ("a.py", "b.py")


WRONG = [
    ({"strit": True}, {}, r"unknown key `strit` in \[tool.pyrx\]; did you mean `strict`\?"),
    ({"zzz": True}, {}, "there are `directives`, `exclude`"),
    ({"strict": "maybe"}, {}, r"\[tool.pyrx\]: strict is true or false, not 'maybe'"),
    ({"strict": 1}, {}, "true or false"),
    ({"native": []}, {}, "true or false"),
    ({"max-interp-lines": -1}, {}, "is a number of lines"),
    ({"max-interp-lines": True}, {}, "is a number of lines"),
    ({"include": "a.py"}, {}, "is a list of texts"),
    ({"include": [""]}, {}, "is a list of texts"),
    ({"directives": ["a"]}, {}, "is a table of directives"),
    ({"directives": {"a": [1]}}, {}, "is a table of directives"),
    ({"overrides": {"strict": True}}, {}, "a table a module"),
    ({"overrides": {"p": {"include": ["a"]}}}, {}, r'unknown key `include` in \[tool.pyrx.overrides."p"\]'),
    ({}, {"nativ": "1"}, "unknown config setting `nativ`; did you mean `native`"),
    ({}, {"overrides": "1"}, "unknown config setting `overrides`"),
    ({}, {"max-interp-lines": "x"}, "-C max-interp-lines is a number of lines"),
]


@pytest.mark.parametrize(("table", "config", "message"), WRONG)
def test_what_is_refused(table, config, message):
    with pytest.raises(BuildFailure, match=message):
        settings.read(table, config)


def test_a_wrong_variable_is_named(monkeypatch):
    monkeypatch.setenv("PYRX_SHIP_SOURCE", "perhaps")
    with pytest.raises(BuildFailure, match="PYRX_SHIP_SOURCE is true or false"):
        settings.read({}, {})


REFUSED = [
    ('include = ["thing.py", "nothing.py"]', "include: no module of the packages matches `nothing.py`"),
    ('include = ["thing.py"]\nincluded = []', "unknown key `included` in [tool.pyrx]; did you mean `include`?"),
    ('include = ["thing.py"]\npackages = ["nowhere"]', "packages: there is no nowhere"),
    ('packages = ["../p/small_thing"]', "packages: ../p/small_thing is no package in this folder"),
    ('packages = ["/tmp"]', "packages: /tmp is no package in this folder"),
    ('packages = ["."]', "packages: . is no package in this folder"),
    ('include = ["thing.py"]\n[tool.pyrx.overrides."small_thing.thin"]', "did you mean `small_thing.thing`?"),
    ('include = ["thing.py"]\n[project.urls]\nx = 1', "pyproject.toml: "),
    ("include = [", "pyproject.toml is not TOML"),
]


@pytest.mark.parametrize(("tool", "message"), REFUSED)
def test_a_project_that_cannot_be(tmp_path, tool, message):
    said = small(tmp_path / "p", tool).hook("get_requires_for_build_wheel", status=1)
    assert said.startswith("error: ") and message in said and said.count("\n") == 1


@pytest.mark.parametrize("text", [f"{PYPROJECT}[tool]\npyrx = 3\n", f"tool = 3\n{PYPROJECT}"])
def test_a_table_that_is_none(tmp_path, text):
    tree = small(tmp_path / "p")
    tree.write("pyproject.toml", text)
    assert "[tool.pyrx] is a table, not 3" in tree.hook("build_sdist", tmp_path, status=1)


def test_two_sources_of_one_module(tmp_path):
    tree = small(tmp_path / "p", 'include = ["thing.py", "*.pyx"]', thing_DOT_pyx="")
    said = tree.hook("get_requires_for_build_wheel", status=1)
    assert "small_thing/thing.py and small_thing/thing.pyx would be one extension" in said


def test_a_module_that_cannot_be_imported(tmp_path):
    tree = small(tmp_path / "p", 'include = ["*.py"]')
    tree.write("small_thing/no-name.py", "")
    assert "no-name.py cannot be imported" in tree.hook("get_requires_for_build_wheel", status=1)


def test_an_unknown_directive_names_the_nearest(tmp_path):
    tree = small(tmp_path / "p", 'include = ["thing.py"]\ndirectives = { boundschek = false }')
    assert "did you mean `boundscheck`?" in tree.hook("build_wheel", tmp_path, status=1)


def test_the_manual_has_every_key():
    page = (ROOT / "docs" / "manual" / "packaging.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^\| `([a-z-]+)` \|", page, re.MULTILINE)) == sorted(settings.KEYS)
