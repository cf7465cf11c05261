"""Which Linuxes a wheel runs on: by the libraries, and the versions of their symbols, that its own libraries need.

https://peps.python.org/pep-0600: a wheel for `manylinux_2_28` runs where glibc is 2.28 or later, and needs nothing else that
is not on every such system.
"""

import re
import struct
from collections.abc import Iterable
from typing import NamedTuple

# Those that every system of a policy has, of what compiled code may be linked with.
EVERYWHERE = re.compile(r"ld-linux.*\.so\.\d|ld64\.so\.\d|lib(c|m|dl|rt|pthread|util|gcc_s)\.so\.\d")
# The oldest glibc that Rust supports, and the name that its policy had before there was a scheme.
OLDEST, FORMERLY = (2, 17), "manylinux2014"
# The newest version of libgcc's symbols that the oldest of the policies allows.
LIBGCC = (4, 8, 0)
DYNAMIC, VERSIONS, NEEDED = 6, 0x6FFFFFFE, 1


class Needs(NamedTuple):
    libraries: set[str]
    # Such as `GLIBC_2.17`.
    versions: set[str]


def platform(contents: Iterable[bytes], platforms: Iterable[str]) -> str | None:
    """The platform of a wheel with these libraries, as wheels are tagged: the oldest of `platforms` (those that this machine
    runs) that has all they need. None if none of the policies is met.
    """
    glibc = OLDEST
    for content in contents:
        try:
            own = _glibc(needs(content))
        except (struct.error, ValueError, IndexError):
            return None  # it only begins like a library
        if own is None:
            return None
        glibc = max(glibc, own)
    found = [name for name in platforms if _policy(name) is not None and _policy(name) >= glibc]
    oldest = min(found, key=_policy, default=None)
    if oldest is None or _policy(oldest) != OLDEST:
        return oldest
    return f"{oldest}.{FORMERLY}{oldest.removeprefix('manylinux_2_17')}"


def is_library(content: bytes) -> bool:
    return content.startswith(b"\x7fELF")


def _policy(name: str) -> tuple[int, int] | None:
    """The glibc of `manylinux_2_28_x86_64`."""
    found = re.match(r"manylinux_(\d+)_(\d+)_", name)
    return (int(found[1]), int(found[2])) if found else None


def _glibc(own: Needs) -> tuple[int, ...] | None:
    """The glibc that a library needs; None if it needs something else, too."""
    newest = OLDEST
    if not all(EVERYWHERE.fullmatch(name) for name in own.libraries):
        return None
    for name in own.versions:
        found = re.fullmatch(r"(GLIBC|GCC)_(\d+(?:\.\d+)*)", name)
        if found is None:
            return None
        version = tuple(map(int, found[2].split(".")))
        if found[1] == "GLIBC":
            newest = max(newest, version[:2])
        elif version > LIBGCC:
            return None
    return newest


def needs(content: bytes) -> Needs:
    """What a shared library in the format ELF is linked with: https://refspecs.linuxfoundation.org/LSB_5.0.0/LSB-Core-generic."""
    wide, order = content[4] == 2, "<" if content[5] == 1 else ">"
    where, count = (0x28, 0x3A) if wide else (0x20, 0x2E)
    (start,) = struct.unpack_from(order + "IQ"[wide], content, where)
    size, many = struct.unpack_from(order + "HH", content, count)
    header = struct.Struct(order + ("IIQQQQIIQQ" if wide else "10I"))
    sections = [header.unpack_from(content, start + size * at) for at in range(many)]

    def text(strings: int, at: int) -> str:
        begin = sections[strings][4] + at
        return content[begin : content.index(b"\0", begin)].decode()

    libraries, versions = set(), set()
    for _, kind, _, _, offset, length, link, *_ in sections:
        if kind == DYNAMIC:
            entries = struct.iter_unpack(order + ("qQ" if wide else "iI"), content[offset : offset + length])
            libraries |= {text(link, value) for tag, value in entries if tag == NEEDED}
        elif kind == VERSIONS:
            versions |= {text(link, name) for name in _versions(content, offset, order)}
    return Needs(libraries, versions)


def _versions(content: bytes, at: int, order: str) -> Iterable[int]:
    """Where the names of the versions of symbols stand, of each library that has some."""
    while True:
        _, count, _, inner, following = struct.unpack_from(order + "HHIII", content, at)
        place = at + inner
        for _ in range(count):
            _, _, _, name, step = struct.unpack_from(order + "IHHII", content, place)
            yield name
            place += step
        if following == 0:
            return
        at += following
