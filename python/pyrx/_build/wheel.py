"""Writing wheels: https://packaging.python.org/en/latest/specifications/binary-distribution-format."""

import base64
import csv
import hashlib
import io
import time
import zipfile
from collections.abc import Iterable
from pathlib import Path

from packaging import tags

from pyrx._build import archive, manylinux
from pyrx._build.project import Project, walk


class Wheel:
    """The content of a wheel."""

    def __init__(self, project: Project, tag: str):
        self.project = project
        self.tag = tag
        self.content: dict[str, tuple[bytes, bool]] = {}

    def add(self, name: str, content: bytes, executable: bool = False):
        self.content[name] = (content, executable)

    def save(self, folder: Path) -> str:
        """Writes the wheel and says its name. Members are in order of their names, those of the metadata last."""
        info = dist_info(self.project)
        for name, content in described(self.project, self.tag).items():
            self.add(f"{info}/{name}", content)
        names = sorted(self.content, key=lambda name: (name.startswith(f"{info}/"), name))
        self.add(f"{info}/RECORD", self._record(names, f"{info}/RECORD"))
        name = f"{self.project.stem}-{self.tag}.whl"
        with zipfile.ZipFile(folder / name, "w") as file:
            for member in [*names, f"{info}/RECORD"]:
                content, executable = self.content[member]
                file.writestr(_member(member, executable), content, zipfile.ZIP_DEFLATED, 6)
        return name

    def _record(self, names: list[str], own: str) -> bytes:
        text = io.StringIO()
        rows = csv.writer(text, lineterminator="\n")
        for name in names:
            content, _ = self.content[name]
            digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
            rows.writerow((name, f"sha256={digest}", len(content)))
        rows.writerow((own, "", ""))
        return text.getvalue().encode()


def _member(name: str, executable: bool) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, time.gmtime(archive.seconds())[:6])
    info.external_attr = (0o100755 if executable else 0o100644) << 16
    info.create_system = 3  # Unix, wherever it is written: the modes above are its own
    return info


def dist_info(project: Project) -> str:
    return f"{project.stem}.dist-info"


def described(project: Project, tag: str) -> dict[str, bytes]:
    """The files of `.dist-info` by their names in it, but for RECORD."""
    files = {"METADATA": bytes(project.metadata.as_rfc822()), "WHEEL": _wheel(tag).encode()}
    entry_points = _entry_points(project)
    if entry_points:
        files["entry_points.txt"] = entry_points.encode()
    for path in project.licences():
        files[f"licenses/{path.as_posix()}"] = (project.folder / path).read_bytes()
    return files


def _wheel(tag: str) -> str:
    pure = str(tag.endswith("-none-any")).lower()
    head = f"Wheel-Version: 1.0\nGenerator: pyrx {_own_version()}\nRoot-Is-Purelib: {pure}\n"
    interpreter, abi, platforms = tag.split("-")
    return head + "".join(f"Tag: {interpreter}-{abi}-{platform}\n" for platform in platforms.split("."))


def _own_version() -> str:
    from pyrx import __version__

    return __version__


def _entry_points(project: Project) -> str:
    own = project.metadata
    groups = {"console_scripts": own.scripts, "gui_scripts": own.gui_scripts, **own.entrypoints}
    parts = [
        f"[{group}]\n" + "".join(f"{name} = {target}\n" for name, target in sorted(entries.items()))
        for group, entries in sorted(groups.items())
        if entries
    ]
    return "\n".join(parts)


def tag(project: Project, libraries: Iterable[bytes] = ()) -> str:
    """For the interpreter that runs this, on this machine's platform. On Linux `manylinux` where the libraries that the
    wheel holds allow it; without them, and for the CPU of this machine alone, it is this machine's."""
    if not project.compiled:
        return "py3-none-any"
    ours = next(tags.sys_tags())
    platforms = list(tags.platform_tags())
    platform = next((name for name in platforms if name.startswith("linux_")), platforms[0])
    known = list(libraries)
    if known and not any(module.options.native for module in project.compiled):
        platform = manylinux.platform(known, platforms) or platform
    return f"{ours.interpreter}-{ours.abi}-{platform}"


def write_metadata(project: Project, tag: str, folder: Path) -> str:
    """Writes `.dist-info` as a folder and says its name."""
    name = dist_info(project)
    for file, content in described(project, tag).items():
        path = folder / name / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return name


def write(project: Project, compiled: Path | None, folder: Path) -> str:
    """Writes the wheel with what was compiled, which lies in a folder as it does in the wheel, and says its name."""
    wheel = Wheel(project, tag(project))
    left_out = set() if project.settings.ship_source else {module.path for module in project.compiled}
    for file in project.files:
        if file not in left_out:
            path = project.root / file
            wheel.add(file.as_posix(), path.read_bytes(), bool(path.stat().st_mode & 0o100))
    for path in walk(compiled) if compiled else []:
        wheel.add(path.relative_to(compiled).as_posix(), path.read_bytes(), executable=True)
    wheel.tag = tag(project, (content for content, _ in wheel.content.values() if manylinux.is_library(content)))
    return wheel.save(folder)
