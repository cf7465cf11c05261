"""The folder that pyrx keeps what it builds in: the one of the command."""

import os
from pathlib import Path


def folder(kind: str, key: str) -> Path:
    """A folder of the cache, which the command removes as a whole when the cache grows too big: of a kind (`jit`,
    `imports`, `cells`), by what it holds. It exists, and counts as used now."""
    home = os.environ.get("XDG_CACHE_HOME", "")
    root = os.environ.get("PYRX_CACHE_DIR") or os.path.join(
        home if os.path.isabs(home) else os.path.expanduser("~/.cache"), "pyrx"
    )
    own = Path(root).absolute() / kind / key
    own.mkdir(parents=True, exist_ok=True)
    (own / ".used").touch()
    return own


def write(path: Path, text: str):
    """Writes a file that others may read meanwhile; where it has this content, it stays as it is."""
    data = text.encode()
    try:
        if path.read_bytes() == data:
            return
    except OSError:
        pass
    new = path.with_name(f"{path.name}.{os.getpid()}.new")
    new.write_bytes(data)
    os.replace(new, path)


def compiler() -> str:
    """What tells this pyrx from others: its version, and the command that runs."""
    from pyrx import __version__
    from pyrx._build.finder import pyrx_command

    command = pyrx_command()
    state = os.stat(command) if command else None
    return f"{__version__} {state.st_size} {state.st_mtime_ns}" if state else __version__
