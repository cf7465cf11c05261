"""What a project says about its compilation: `[tool.pyrx]`, above it `PYRX_*` variables, above them `-C` settings."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from pyrx._build.failure import BuildFailure, nearest

TABLE = "[tool.pyrx]"


@dataclass(frozen=True)
class Options:
    """How a module is compiled."""

    directives: tuple[tuple[str, str], ...] = ()
    strict: bool = False
    native: bool = False
    max_interp_lines: int | None = None
    # Folders where files that a module names are looked for, too; from the project's folder.
    include_dirs: tuple[str, ...] = ()

    def arguments(self, folder: Path | None = None) -> list[str]:
        """Those of `pyrx build`, from the project's folder or else from anywhere, if `folder` is that."""
        directives = [part for name, value in self.directives for part in ("-X", f"{name}={value}")]
        folders = [part for said in self.include_dirs for part in ("-I", str(folder / said) if folder else said)]
        return directives + ["--strict"] * self.strict + ["--native"] * self.native + folders

    def with_(self, changes: Mapping[str, Any]) -> "Options":
        """With other values by their field names; directives are added to those that are set."""
        changes = dict(changes)
        if "directives" in changes:
            changes["directives"] = tuple(sorted({**dict(self.directives), **changes["directives"]}.items()))
        return replace(self, **changes)


@dataclass(frozen=True)
class Settings:
    """What `[tool.pyrx]` says of the whole project."""

    packages: tuple[str, ...] = ()
    include: tuple[str, ...] = ("*.pyx",)
    exclude: tuple[str, ...] = ()
    ship_source: bool = True
    disabled: bool = False
    options: Options = Options()
    overrides: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    # What was said for this build alone; it wins over `overrides`.
    forced: Mapping[str, Any] = field(default_factory=dict)

    def options_of(self, module: str) -> Options:
        """Those of a module by its dotted name; of two overrides that fit, the later one wins."""
        options = self.options
        for pattern, changes in self.overrides.items():
            if fnmatchcase(module, pattern):
                options = options.with_(changes)
        return options.with_(self.forced)


def read(table: Mapping[str, Any], config: Mapping[str, Any] | None) -> Settings:
    """The settings of a build.

    `table` is `[tool.pyrx]`, `config` what the frontend hands on from `-C`. Raises BuildFailure for unknown keys and
    for values that do not fit.
    """
    own = _values(table, TABLE, KEYS)
    overrides = own.pop("overrides", {})
    forced = _above(_environment(), _config(config or {}))
    whole = {**own, **{name: value for name, value in forced.items() if name not in OF_MODULE}}
    options = Options().with_({name: whole.pop(name) for name in OF_MODULE if name in whole})
    return Settings(
        **whole,
        options=options,
        overrides=overrides,
        forced={name: value for name, value in forced.items() if name in OF_MODULE},
        disabled=_flag(os.environ.get("PYRX_DISABLE") or False, "PYRX_DISABLE"),
    )


def _above(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """What is said above wins; directives are added."""
    directives = {**below.get("directives", {}), **above.get("directives", {})}
    return {**below, **above, **({"directives": directives} if directives else {})}


def _flag(value: Any, where: str) -> bool:
    words = {"true": True, "1": True, "yes": True, "on": True, "false": False, "0": False, "no": False, "off": False}
    known = words.get(value.strip().lower()) if isinstance(value, str) else value
    if not isinstance(known, bool):
        raise BuildFailure(f"{where} is true or false, not {value!r}")
    return known


def _count(value: Any, where: str) -> int:
    known = int(value) if isinstance(value, str) and value.strip().isdecimal() else value
    if not isinstance(known, int) or isinstance(known, bool) or known < 0:
        raise BuildFailure(f"{where} is a number of lines, not {value!r}")
    return known


def _texts(value: Any, where: str) -> tuple[str, ...]:
    known = value.split() if isinstance(value, str) and not where.startswith(TABLE) else value
    if not isinstance(known, list) or not all(isinstance(text, str) and text for text in known):
        raise BuildFailure(f"{where} is a list of texts, not {value!r}")
    return tuple(known)


def _directives(value: Any, where: str) -> dict[str, str]:
    """Names are left to the command: it knows them, and the nearest."""
    if isinstance(value, str):
        value = dict((text.partition("=")[::2]) if "=" in text else (text, "true") for text in value.split())
    if not isinstance(value, Mapping) or not all(isinstance(one, bool | int | str) for one in value.values()):
        raise BuildFailure(f"{where} is a table of directives and their values, not {value!r}")
    return {name: str(one).lower() for name, one in value.items()}


def _overrides(value: Any, where: str) -> dict[str, dict[str, Any]]:
    if not isinstance(value, Mapping) or not all(isinstance(one, Mapping) for one in value.values()):
        raise BuildFailure(f'{where} holds a table a module, such as [tool.pyrx.overrides."package.module"]')
    of_module = {name: key for name, key in KEYS.items() if key.field in OF_MODULE}
    return {module: _values(one, f'[tool.pyrx.overrides."{module}"]', of_module) for module, one in value.items()}


@dataclass(frozen=True)
class Key:
    """A key of the table: the field that it sets, and how its value is read, be it from TOML or from text."""

    field: str
    read: Callable[[Any, str], Any]


KEYS = {
    "packages": Key("packages", _texts),
    "include": Key("include", _texts),
    "exclude": Key("exclude", _texts),
    "directives": Key("directives", _directives),
    "overrides": Key("overrides", _overrides),
    "strict": Key("strict", _flag),
    "native": Key("native", _flag),
    "max-interp-lines": Key("max_interp_lines", _count),
    "include-dirs": Key("include_dirs", _texts),
    "ship-source": Key("ship_source", _flag),
}
# Fields of Options: what a module may have of its own.
OF_MODULE = ("directives", "strict", "native", "max_interp_lines", "include_dirs")
# What can be said for one build.
SAID = {name: key for name, key in KEYS.items() if name != "overrides"}


def _values(table: Mapping[str, Any], where: str, keys: Mapping[str, Key]) -> dict[str, Any]:
    for name in table:
        if name not in keys:
            raise BuildFailure(f"unknown key `{name}` in {where}; {nearest(name, keys)}")
    return {keys[name].field: keys[name].read(value, f"{where}: {name}") for name, value in table.items()}


def _environment() -> dict[str, Any]:
    """`PYRX_STRICT`, `PYRX_MAX_INTERP_LINES` and so on; an empty one is not set."""
    names = {name: "PYRX_" + name.upper().replace("-", "_") for name in SAID}
    return {
        SAID[name].field: SAID[name].read(os.environ[variable], variable)
        for name, variable in names.items()
        if os.environ.get(variable)
    }


def _config(config: Mapping[str, Any]) -> dict[str, Any]:
    """`-C strict=true`, `-C directives.boundscheck=false`; each with or without `pyrx.` before it."""
    said: dict[str, Any] = {}
    for full, value in config.items():
        name = full.removeprefix("pyrx.")
        head, _, directive = name.partition(".")
        if head == "directives" and directive:
            said = _above(said, {"directives": _directives({directive: value}, f"-C {full}")})
        elif name in SAID:
            key = SAID[name]
            text = " ".join(value) if isinstance(value, list) else value
            said = _above(said, {key.field: key.read(text, f"-C {full}")})
        else:
            raise BuildFailure(f"unknown config setting `{full}`; {nearest(name, SAID)}")
    return said
