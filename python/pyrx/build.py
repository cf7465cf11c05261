"""The build backend: `requires = ["pyrx-compiler"]`, `build-backend = "pyrx.build"`.

The hooks of PEP 517 and PEP 660, for a project whose packages hold modules that pyrx compiles beside plain ones. What they
do lies in `pyrx._build`.
"""

import functools
import sys
import tempfile
from pathlib import Path

from pyrx._build import compiling, editable, sdist, wheel
from pyrx._build.failure import BuildFailure
from pyrx._build.project import Project

__all__ = [
    "build_editable",
    "build_sdist",
    "build_wheel",
    "get_requires_for_build_editable",
    "get_requires_for_build_sdist",
    "get_requires_for_build_wheel",
    "prepare_metadata_for_build_editable",
    "prepare_metadata_for_build_wheel",
]


def _hook(function):
    """Says in one line why a hook stopped, where it is the project that is wrong and not pyrx."""

    @functools.wraps(function)
    def hook(*args, **kwargs):
        sys.stdout.flush()
        try:
            return function(*args, **kwargs)
        except (BuildFailure, OSError) as failure:
            print(f"error: {failure}", file=sys.stderr)
            sys.exit(1)

    return hook


@_hook
def get_requires_for_build_wheel(config_settings=None):
    project = Project.read(Path.cwd(), config_settings)
    return compiling.requirements() if project.compiled else []


# What an editable install compiles is what a wheel does.
get_requires_for_build_editable = get_requires_for_build_wheel


@_hook
def get_requires_for_build_sdist(config_settings=None):
    return []


@_hook
def prepare_metadata_for_build_wheel(metadata_directory, config_settings=None):
    project = Project.read(Path.cwd(), config_settings)
    return wheel.write_metadata(project, wheel.tag(project), Path(metadata_directory))


@_hook
def prepare_metadata_for_build_editable(metadata_directory, config_settings=None):
    project = Project.read(Path.cwd(), config_settings)
    return wheel.write_metadata(project, editable.TAG, Path(metadata_directory))


@_hook
def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    project = Project.read(Path.cwd(), config_settings)
    for warning in project.warnings():
        print(f"warning: {warning}", file=sys.stderr)
    with tempfile.TemporaryDirectory(prefix="pyrx-wheel-") as built:
        compiled = compiling.build(project, Path(built)) if project.compiled else None
        return wheel.write(project, compiled, Path(wheel_directory))


@_hook
def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    return editable.write(Project.read(Path.cwd(), config_settings), Path(wheel_directory))


@_hook
def build_sdist(sdist_directory, config_settings=None):
    return sdist.write(Project.read(Path.cwd(), config_settings), Path(sdist_directory))
