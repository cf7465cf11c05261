"""The build backend of pyrx itself: maturin, once the crates that extensions are linked with were packed.

`cli/build.rs` embeds what `pack` writes, so that the first build of a user needs no network. `python
distribution/with_crates.py` packs them for a build by cargo.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKED = ROOT / "cli" / "crates.zip"

# A project that needs what every extension needs.
MANIFEST = """\
[package]
name = "extension"
version = "0.0.0"
edition = "2024"

[workspace]

[dependencies]
pyrx-runtime = {{ path = "{runtime}" }}
"""


def pack():
    """Writes the crates below the runtime, in the versions of the lockfile, unless they are those that lie there."""
    lock, manifest = ROOT / "Cargo.lock", ROOT / "runtime" / "Cargo.toml"
    key = hashlib.sha256(lock.read_bytes() + manifest.read_bytes()).hexdigest().encode()
    if _key(PACKED) == key:
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "src").mkdir()
        (folder / "src" / "lib.rs").touch()
        (folder / "Cargo.toml").write_text(MANIFEST.format(runtime=(ROOT / "runtime").as_posix()), encoding="utf-8")
        shutil.copy(lock, folder)
        _vendor(folder)
        _zip(folder / "vendor", key)


def _key(path: Path) -> bytes | None:
    try:
        with zipfile.ZipFile(path) as file:
            return file.comment
    except (OSError, zipfile.BadZipFile):
        return None


def _vendor(folder: Path):
    """What was downloaded already needs no network; cargo says what is wrong."""
    command, env = ["cargo", "vendor", "--quiet", "--versioned-dirs", "vendor"], _environment()
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    if subprocess.run([*command, "--offline"], cwd=folder, env=env, check=False, **quiet).returncode != 0:
        subprocess.run(command, cwd=folder, env=env, check=True, stdout=subprocess.DEVNULL)


def _environment() -> dict[str, str]:
    """With cargo on PATH, by way of what maturin asks for where there is none."""
    if shutil.which("cargo"):
        return dict(os.environ)
    from puccinialin import setup_rust

    return {**os.environ, **setup_rust()}


def _zip(folder: Path, key: bytes):
    """The same bytes for the same crates; who is interrupted leaves the old file."""
    written = PACKED.with_suffix(".new")
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file:
        file.comment = key
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            info = zipfile.ZipInfo(path.relative_to(folder).as_posix(), (2016, 1, 1, 0, 0, 0))
            file.writestr(info, path.read_bytes(), zipfile.ZIP_DEFLATED)
    os.replace(written, PACKED)


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    import maturin

    pack()
    return maturin.build_wheel(wheel_directory, config_settings, metadata_directory)


def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    import maturin

    pack()
    return maturin.build_editable(wheel_directory, config_settings, metadata_directory)


def build_sdist(sdist_directory, config_settings=None):
    import maturin

    pack()
    return maturin.build_sdist(sdist_directory, config_settings)


if __name__ == "__main__":
    pack()
    print(f"{PACKED.stat().st_size >> 10} KiB in {PACKED.relative_to(ROOT)}", file=sys.stderr)
else:
    from maturin import (  # noqa: F401
        get_requires_for_build_editable,
        get_requires_for_build_sdist,
        get_requires_for_build_wheel,
        prepare_metadata_for_build_editable,
        prepare_metadata_for_build_wheel,
    )
