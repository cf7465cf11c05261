"""Editable installs: a wheel that points to the sources, with a finder that compiles what was changed.

Extensions go to `build/pyrx` in the project's folder, not among the sources.
"""

import pprint
import sys
from pathlib import Path

from pyrx._build import compiling, finder
from pyrx._build.failure import BuildFailure
from pyrx._build.project import Project
from pyrx._build.wheel import Wheel

# What the wheel holds is the same for all interpreters.
TAG = "py3-none-any"


def write(project: Project, folder: Path) -> str:
    """Compiles what can be, writes the wheel and says its name. Raises BuildFailure if a module does not compile that
    has to (a `.pyx`, or any under `strict`), or has too many lines in the interpreter."""
    modules = _modules(project)
    if modules:
        _compile(modules)
    wheel = Wheel(project, TAG)
    name = f"_pyrx_editable_{project.metadata.canonical_name.replace('-', '_')}"
    lines = [str(project.root)]
    if modules:
        source = Path(finder.__file__).read_text(encoding="utf-8")
        called = f"{source}\n\ninstall(\n{pprint.pformat(modules, indent=1, width=120)}\n)\n"
        wheel.add(f"{name}.py", called.encode())
        lines.append(f"import {name}")
    wheel.add(f"{name}.pth", "".join(f"{line}\n" for line in lines).encode())
    return wheel.save(folder)


def _modules(project: Project) -> list[tuple]:
    """The arguments of `finder.Module` for each module that is compiled."""
    out = project.folder / "build" / "pyrx"
    tops = sorted({str(project.root / file.parts[0]) for file in project.files})
    modules = []
    for module in project.compiled:
        source, extension = project.root / module.path, compiling.extension(module, out)
        # The interpreter is whichever imports.
        options, folder = module.options, project.folder
        others = [project.root / other.path for other in compiling.alike(project, module)]
        building = [*compiling.building(project.root, options, out, folder), *compiling.together(others)]
        around = tops + [str(folder / said) for said in options.include_dirs]
        around += [str(other) for other in others]
        checking = compiling.checking(options, folder)
        checking += compiling.together(others) if checking else []
        modules.append((module.name, str(source), str(extension), building, options.strict, around, checking))
    return modules


def _compile(modules: list[tuple]):
    env, command = compiling.environment(), compiling.command()
    failed, exceeded = [], []
    for module in (finder.Module(*arguments) for arguments in modules):
        complaint = module.count(command, env)
        if complaint:
            print(complaint, end="", file=sys.stderr)
            exceeded.append(module.name)
            continue
        # The command may be another one than last time; it knows what it has built.
        Path(module.stamp).unlink(missing_ok=True)
        problem = module.compile(command, env)
        if problem is not None:
            print(problem, end="", file=sys.stderr)
            failed.append(module)
    if exceeded:
        raise BuildFailure(f"{', '.join(exceeded)} may not touch the interpreter so much; see max-interp-lines")
    needed = [module.name for module in failed if module.strict]
    if needed:
        raise BuildFailure(f"{', '.join(needed)} did not compile; what is wrong was printed above")
    for module in failed:
        print(f"{module.name} did not compile; it runs interpreted", file=sys.stderr)
