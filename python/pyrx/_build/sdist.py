"""Writing source distributions: https://packaging.python.org/en/latest/specifications/source-distribution-format."""

import gzip
import io
import tarfile
from pathlib import Path, PurePosixPath

from pyrx._build import archive
from pyrx._build.project import Project, matcher, visible, walk

# What tools leave, besides what .gitignore names.
LEFT_OUT = ("/build/", "/dist/", "*.egg-info/", "*.so", "*.pyd", "/target/")


def write(project: Project, folder: Path) -> str:
    """Writes the archive and says its name."""
    name = f"{project.stem}.tar.gz"
    with gzip.GzipFile(folder / name, "wb", compresslevel=6, mtime=archive.seconds()) as packed:
        with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar:
            for path in files(project):
                content = (project.folder / path).read_bytes()
                executable = bool((project.folder / path).stat().st_mode & 0o100)
                tar.addfile(_member(f"{project.stem}/{path}", content, executable), io.BytesIO(content))
            content = bytes(project.metadata.as_rfc822())
            tar.addfile(_member(f"{project.stem}/PKG-INFO", content, False), io.BytesIO(content))
    return name


def files(project: Project) -> list[PurePosixPath]:
    """What the project's folder holds, in order: without hidden files, what .gitignore names, and what tools leave."""
    ignored = project.folder / ".gitignore"
    lines = ignored.read_text(encoding="utf-8").splitlines() if ignored.is_file() else []
    # Archives of this version may lie anywhere, the one that is being written among them.
    out = matcher([*lines, *LEFT_OUT, f"{project.stem}.tar.gz", f"{project.stem}-*.whl"])
    found = {PurePosixPath(path.relative_to(project.folder)) for path in _below(project.folder)}
    kept = {path for path in found if not out.match_file(str(path))}
    # Whatever the wheel is made of.
    kept |= {PurePosixPath((project.root / file).relative_to(project.folder)) for file in project.files}
    kept |= {PurePosixPath(path) for path in project.licences()}
    return sorted(kept - {PurePosixPath("PKG-INFO")})


def _below(folder: Path) -> list[Path]:
    """As `walk`, without virtual environments and caches, which say of themselves that they are."""
    kept = [
        path for path in visible(folder) if not any((path / mark).exists() for mark in ("pyvenv.cfg", "CACHEDIR.TAG"))
    ]
    return [file for path in kept for file in walk(path)]


def _member(name: str, content: bytes, executable: bool) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.size, info.mtime = len(content), archive.seconds()
    info.mode = 0o755 if executable else 0o644
    return info
