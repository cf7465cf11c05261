"""A project: its metadata, the files that go into its wheel, and the modules that are compiled."""

import ast
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from packaging.version import InvalidVersion, Version
from pathspec import GitIgnoreSpec
from pyproject_metadata import ConfigurationError, License, StandardMetadata

from pyrx._build import settings
from pyrx._build.failure import BuildFailure, nearest
from pyrx._build.settings import Options, Settings

# What is compiled.
SOURCES = (".py", ".pyx")
# Libraries that hold Python modules.
LIBRARIES = (".so", ".pyd", ".dylib")
# The files of a licence where `license-files` does not say.
LICENCES = ("LICEN[CS]E*", "COPYING*", "NOTICE*", "AUTHORS*")


@dataclass(frozen=True)
class Module:
    """A module that is compiled."""

    name: str
    # From the folder that the packages lie in.
    path: PurePosixPath
    options: Options


@dataclass(frozen=True)
class Project:
    folder: Path
    metadata: StandardMetadata
    settings: Settings
    # The folder that the packages lie in.
    root: Path
    # Of packages and modules, from the root, in order; without what tools left there.
    files: tuple[PurePosixPath, ...]
    # What `include` and `exclude` choose.
    chosen: tuple[Module, ...]

    @classmethod
    def read(cls, folder: Path, config: Mapping[str, Any] | None = None) -> "Project":
        """The project in a folder. Raises BuildFailure where pyproject.toml says what cannot be."""
        table = _toml(folder / "pyproject.toml")
        said = settings.read(_own(table), config)
        metadata = _metadata(table, folder)
        tops = _tops(folder, metadata.name, said.packages)
        root = tops[0].parent
        files = sorted(PurePosixPath(path.relative_to(root)) for top in tops for path in walk(top))
        modules = _compiled(files, folder, root, said)
        if metadata.version is None:
            metadata.version = _version(tops)
        kept = tuple(file for file in files if not _is_extension_of(file, modules))
        return cls(folder, metadata, said, root, kept, modules)

    @property
    def stem(self) -> str:
        """What names of archives start with: name and version."""
        return f"{self.metadata.canonical_name.replace('-', '_')}-{self.metadata.version}"

    @property
    def compiled(self) -> tuple[Module, ...]:
        return () if self.settings.disabled else self.chosen

    def warnings(self) -> list[str]:
        """What is allowed, and may not be what was meant."""
        if not self.chosen:
            return [f"no module is compiled; name them in {settings.TABLE}: include = [...]"]
        lost = [module.name for module in self.chosen if module.path.suffix == ".pyx"] if not self.compiled else []
        return [f"{name} cannot be imported where it is not compiled" for name in lost]

    def licences(self) -> list[Path]:
        """The licence files, from the project's folder."""
        license = self.metadata.license
        named = [license.file.relative_to(self.folder)] if isinstance(license, License) and license.file else []
        return sorted([*(self.metadata.license_files or []), *named])

    def source(self, module: Module) -> Path:
        """Where a module's source lies, from the project's folder."""
        return (self.root / module.path).relative_to(self.folder)


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise BuildFailure(f"there is no pyproject.toml in {path.parent}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BuildFailure(f"pyproject.toml is not TOML: {error}") from error


def _own(table: Mapping[str, Any]) -> Mapping[str, Any]:
    """`[tool.pyrx]`."""
    tools = table.get("tool", {})
    own = tools.get("pyrx", {}) if isinstance(tools, Mapping) else tools
    if not isinstance(own, Mapping):
        raise BuildFailure(f"{settings.TABLE} is a table, not {own!r}")
    return own


def _metadata(table: Mapping[str, Any], folder: Path) -> StandardMetadata:
    try:
        metadata = StandardMetadata.from_pyproject(table, folder, allow_extra_keys=False)
    except ConfigurationError as error:
        raise BuildFailure(f"pyproject.toml: {error}") from error
    unknown = set(metadata.dynamic) - {"version"}
    if unknown:
        field = f"pyproject.toml: project.dynamic: `{min(unknown)}`"
        raise BuildFailure(f"{field} has to be written out; only `version` is read from the package")
    if metadata.license_files is None and (metadata.license is None or isinstance(metadata.license, str)):
        found = {path.relative_to(folder) for pattern in LICENCES for path in folder.glob(pattern) if path.is_file()}
        metadata.license_files = sorted(found) or None
    return metadata


def _tops(folder: Path, name: str, packages: tuple[str, ...]) -> list[Path]:
    """The packages and single modules that the wheel holds; all lie in one folder."""
    if packages:
        tops = [folder / package for package in packages]
        for top, said in zip(tops, packages, strict=True):
            if not top.exists():
                raise BuildFailure(f"{settings.TABLE}: packages: there is no {said}")
            if ".." in PurePosixPath(said).parts or not top.is_relative_to(folder) or top == folder:
                raise BuildFailure(f"{settings.TABLE}: packages: {said} is no package in this folder")
        if len({top.parent for top in tops}) > 1:
            raise BuildFailure(f"{settings.TABLE}: packages lie in one folder, not in several")
        return sorted(tops)
    source = folder / "src"
    if source.is_dir():
        tops = sorted(path for path in source.iterdir() if _is_importable(path))
    else:
        wanted = name.replace("-", "_").replace(".", "_").lower()
        tops = sorted(path for path in folder.iterdir() if _is_importable(path) and path.stem.lower() == wanted)
    if not tops:
        raise BuildFailure(f"there is no package to build; name it in {settings.TABLE}: packages = [...]")
    return tops


def _is_importable(path: Path) -> bool:
    if path.is_dir():
        return path.name.isidentifier() and path.name != "__pycache__"
    return path.suffix in SOURCES and path.stem.isidentifier()


def walk(top: Path) -> list[Path]:
    """The files of a folder and below, in order, or the file itself; without hidden ones and what Python caches."""
    if not top.is_dir():
        return [top]
    return [file for path in visible(top) for file in walk(path)]


def visible(folder: Path) -> list[Path]:
    """What lies in a folder, in order, without hidden entries, what Python caches, and links to folders around it."""

    def counts(path: Path) -> bool:
        if path.name.startswith(".") or path.name == "__pycache__" or path.suffix in (".pyc", ".pyo"):
            return False
        return not (path.is_symlink() and folder.resolve().is_relative_to(path.resolve()))

    return [path for path in sorted(folder.iterdir()) if counts(path)]


def matcher(patterns) -> GitIgnoreSpec:
    """Patterns of paths as in .gitignore: `*.pyx` anywhere, `src/pkg/*.py` in this folder, `pkg/kernels/` all below."""
    return GitIgnoreSpec.from_lines(patterns)


def _compiled(files: list[PurePosixPath], folder: Path, root: Path, said: Settings) -> tuple[Module, ...]:
    """The modules that `include` names and `exclude` does not."""
    sources = {file: str(PurePosixPath((root / file).relative_to(folder))) for file in files if file.suffix in SOURCES}
    for pattern in said.include if said.include != Settings.include else ():
        if not any(matcher([pattern]).match_file(path) for path in sources.values()):
            raise BuildFailure(f"{settings.TABLE}: include: no module of the packages matches `{pattern}`")
    include, exclude = matcher(said.include), matcher(said.exclude)
    chosen = [file for file, path in sources.items() if include.match_file(path) and not exclude.match_file(path)]
    names: dict[str, PurePosixPath] = {}
    for file in chosen:
        name = dotted(file)
        if not all(part.isidentifier() for part in name.split(".")):
            raise BuildFailure(f"{sources[file]} cannot be imported: its name is not an identifier")
        if name in names:
            raise BuildFailure(
                f"{sources[names[name]]} and {sources[file]} would be one extension; exclude one of them"
            )
        names[name] = file
    for pattern in said.overrides:
        if not any(settings.fnmatchcase(name, pattern) for name in names):
            raise BuildFailure(
                f'[tool.pyrx.overrides."{pattern}"] is no module that is compiled; {nearest(pattern, names)}'
            )
    return tuple(Module(name, file, said.options_of(name)) for name, file in names.items())


def dotted(file: PurePosixPath) -> str:
    """The name that a file below the folder of packages is imported by."""
    parts = file.with_suffix("").parts
    return ".".join(parts[:-1] if len(parts) > 1 and parts[-1] == "__init__" else parts)


def _is_extension_of(file: PurePosixPath, modules: tuple[Module, ...]) -> bool:
    """Whether a library is what an earlier build put beside one of the modules."""
    stem = file.with_name(file.name.partition(".")[0])
    return file.suffix in LIBRARIES and any(module.path.with_suffix("") == stem for module in modules)


def _version(tops: list[Path]) -> Version:
    """`__version__ = "..."` of the first package or module that has it."""
    for top in tops:
        source = top / "__init__.py" if top.is_dir() else top
        try:
            tree = ast.parse(source.read_bytes())
        except (OSError, SyntaxError, ValueError):
            continue
        for node in tree.body:
            target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
            value = getattr(node, "value", None)
            if isinstance(target, ast.Name) and target.id == "__version__" and isinstance(value, ast.Constant):
                try:
                    return Version(str(value.value))
                except InvalidVersion as error:
                    raise BuildFailure(f"{source.name}: `__version__` is no version: {value.value!r}") from error
    raise BuildFailure('pyproject.toml: project.version is dynamic, and no package has `__version__ = "..."`')
