"""Fresh environments, and pyrx as the wheel that is installed into them."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from types import SimpleNamespace

from projects import ROOT, TIMEOUT, command

VERSIONS = ["3.11", "3.12", "3.13"]


def pythons() -> dict[str, str]:
    """The interpreters that are here, by their versions; the one that runs the tests for its own."""
    own = "{}.{}".format(*sys.version_info)
    found = {own: sys.executable}
    installed = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv") / "versions"
    for version in VERSIONS:
        candidates = [shutil.which(f"python{version}"), *sorted(installed.glob(f"{version}.*/bin/python"))]
        for candidate in candidates:
            if version not in found and candidate and works(str(candidate), version):
                found[version] = str(candidate)
    return dict(sorted(found.items()))


def works(python: str, version: str) -> bool:
    """Whether it is that version; what pyenv puts on PATH may be none at all."""
    code = "import ensurepip, sys, venv; print('{}.{}'.format(*sys.version_info))"
    done = subprocess.run([python, "-c", code], capture_output=True, text=True, check=False)
    return done.returncode == 0 and done.stdout.strip() == version


def pyrx_wheel(folder: Path) -> Path:
    """The wheel of pyrx itself, around the command under test: what maturin makes, without compiling it again."""
    sys.path.insert(0, str(ROOT / "python"))
    from packaging import tags
    from packaging.version import Version
    from pyproject_metadata import StandardMetadata
    from pyrx import __version__
    from pyrx._build.wheel import Wheel

    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    metadata = StandardMetadata.from_pyproject(table, ROOT)
    metadata.version = Version(__version__)
    stem = f"pyrx_compiler-{__version__}"
    project = SimpleNamespace(metadata=metadata, stem=stem, folder=ROOT, licences=list)
    wheel = Wheel(project, f"py3-none-{next(tags.platform_tags())}")
    package = ROOT / "python" / "pyrx"
    for path in sorted(package.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            wheel.add(f"pyrx/{path.relative_to(package).as_posix()}", path.read_bytes())
    wheel.add(f"{stem}.data/scripts/pyrx", command().read_bytes(), executable=True)
    return folder / wheel.save(folder)


class Environment:
    """A virtual environment with pip as it is configured here, which finds pyrx in a folder too."""

    def __init__(self, folder: Path, python: str, links: Path):
        self.folder = folder
        subprocess.run([python, "-m", "venv", str(folder)], check=True, timeout=TIMEOUT)
        unwanted = ("PYTHONPATH", "VIRTUAL_ENV", "CONDA_PREFIX", "PYRX", "PYRX_STRICT_INTERNAL", "PYRX_DISABLE")
        self.env = {name: value for name, value in os.environ.items() if name not in unwanted}
        self.env["PIP_FIND_LINKS"] = f"{self.env.get('PIP_FIND_LINKS', '')} {links}".strip()
        # As in an environment that is active; the tools that are tested are not on PATH otherwise.
        self.env["PATH"] = os.pathsep.join([str(folder / "bin"), *self._path()])

    def _path(self) -> list[str]:
        folders = os.environ.get("PATH", os.defpath).split(os.pathsep)
        return [path for path in folders if not any((Path(path) / name).exists() for name in ("pyrx", "maturin"))]

    def run(self, *arguments: object, folder: Path | None = None, status: int = 0) -> subprocess.CompletedProcess:
        name, *rest = map(str, arguments)
        done = subprocess.run(
            [str(self.folder / "bin" / name), *rest],
            cwd=folder or self.folder,
            env=self.env,
            capture_output=True,
            text=True,
            timeout=TIMEOUT,
            check=False,
        )
        assert done.returncode == status, f"$ {name} {' '.join(rest)}\n{done.stdout}{done.stderr}"
        return done

    def pip(self, *arguments: object, folder: Path | None = None) -> str:
        return self.run("python", "-m", "pip", *arguments, folder=folder).stdout

    def python(self, code: str, status: int = 0) -> subprocess.CompletedProcess:
        return self.run("python", "-c", code, status=status)
