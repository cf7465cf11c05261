"""The command under test, run in a folder of its own with the environment of a user."""

import importlib.machinery
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SUFFIX = importlib.machinery.EXTENSION_SUFFIXES[0]
TIMEOUT = 600


def binary() -> Path:
    """`PYRX`, else this tree's newest build, else the one on PATH."""
    if "PYRX" in os.environ:
        return Path(os.environ["PYRX"]).resolve()
    own = [ROOT / "target" / profile / "pyrx" for profile in ("release", "debug")]
    own = sorted((path for path in own if path.exists()), key=lambda path: path.stat().st_mtime)
    return own[-1] if own else Path(shutil.which("pyrx") or "pyrx")


class Project:
    """A user's folder."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.env = dict(os.environ, PYTHONPATH=str(ROOT / "python"), PYTHONDONTWRITEBYTECODE="1")
        for name in ("VIRTUAL_ENV", "CONDA_PREFIX", "NO_COLOR", "PYRX_STRICT_INTERNAL"):
            self.env.pop(name, None)
        self.env["VIRTUAL_ENV"] = sys.prefix
        self.folder.mkdir(parents=True, exist_ok=True)

    def write(self, name: str, text: str | bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    def start(self, *arguments: object, **more) -> subprocess.Popen:
        command = [str(binary()), *map(str, arguments)]
        pipe = subprocess.PIPE
        return subprocess.Popen(command, cwd=self.folder, env=self.env, stdout=pipe, stderr=pipe, text=True, **more)

    def pyrx(self, *arguments: object, status: int = 0) -> subprocess.CompletedProcess:
        process = self.start(*arguments)
        out, err = process.communicate(timeout=TIMEOUT)
        said = f"$ pyrx {' '.join(map(str, arguments))}\n{out}{err}"
        assert process.returncode == status, f"{said}\nexit status {process.returncode}, expected {status}"
        assert "panicked" not in said, said
        return subprocess.CompletedProcess(arguments, process.returncode, out, err)

    def python(self, code: str) -> str:
        """What a fresh interpreter prints."""
        done = subprocess.run(
            [sys.executable, "-c", code],
            cwd=self.folder,
            env=self.env,
            capture_output=True,
            text=True,
            timeout=TIMEOUT,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def extension(self, module: str = "kernel") -> Path:
        return self.folder / f"{module}{SUFFIX}"

    def names(self) -> list[str]:
        return sorted(path.name for path in self.folder.iterdir())


KERNEL = """\
def total(n: int) -> int:
    s = 0
    for i in range(n):
        s += i
    return s
"""
