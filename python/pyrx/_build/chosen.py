"""The modules of a folder that are compiled, for `pyrx build FOLDER`: `python -m pyrx._build.chosen FOLDER` prints them.

In a project whose pyproject.toml has a table `[tool.pyrx]`, those that it chooses, compiled as it says. Elsewhere every
`.pyx`, and each `.py` that says `# pyrx: compile` at its top.
"""

import json
import sys
import tomllib
from pathlib import Path
from typing import Any

from pyrx._build import project
from pyrx._build.failure import BuildFailure
from pyrx._hook import is_marked

# Folders that tools make, which hold copies of modules.
MADE = ("build", "dist", "node_modules", "site-packages", "target")


def chosen(folder: Path) -> dict[str, Any]:
    """The modules in a folder and below. `modules`: for each the path of its `source`, the `root` that it is named from
    (None: the outermost package around it), the `arguments` of `pyrx build` that say how, and how many lines may touch the
    interpreter; `project`: the file that says so, if one does.
    """
    file = _project(folder.resolve())
    if file is None:
        found = [str(path) for path in _sources(folder) if path.suffix == ".pyx" or is_marked(str(path))]
        return {"project": None, "modules": [_said(path, None, [], None) for path in found]}
    own = project.Project.read(file.parent)
    here = folder.resolve()
    modules = []
    for module in own.chosen:
        source = own.root / module.path
        if source.is_relative_to(here):
            shown = folder / source.relative_to(here)
            options = module.options
            modules.append(_said(str(shown), str(own.root), options.arguments(file.parent), options.max_interp_lines))
    return {"project": str(file), "modules": modules}


def _said(source: str, root: str | None, arguments: list[str], most: int | None) -> dict[str, Any]:
    return {"source": source, "root": root, "arguments": arguments, "max_interp_lines": most}


def _project(folder: Path) -> Path | None:
    """The nearest pyproject.toml with a table `[tool.pyrx]`, in the folder or around it."""
    for around in (folder, *folder.parents):
        file = around / "pyproject.toml"
        if not file.is_file():
            continue
        try:
            table = tomllib.loads(file.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise BuildFailure(f"{file}: {error}") from error
        tools = table.get("tool")
        return file if isinstance(tools, dict) and "pyrx" in tools else None
    return None


def _sources(folder: Path):
    """Python's modules and Cython's in a folder and below, in order."""
    for path in project.visible(folder):
        if path.is_dir():
            if path.name not in MADE and not (path / "pyvenv.cfg").is_file():
                yield from _sources(path)
        elif path.suffix in project.SOURCES and path.stem.isidentifier():
            yield path


def main():
    try:
        found = chosen(Path(sys.argv[1]))
    except (BuildFailure, OSError) as failure:
        found = {"failure": str(failure)}
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
