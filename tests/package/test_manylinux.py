"""The platform of wheels on Linux: what their libraries need decides."""

import re
import shutil
import subprocess
import sys

import pytest
from projects import EXAMPLE, ROOT, SUFFIX, Tree, small

sys.path.insert(0, str(ROOT / "python"))

from pyrx._build import manylinux
from pyrx._build.manylinux import Needs

KNOWN = [f"manylinux_2_{minor}_x86_64" for minor in range(36, 4, -1)] + ["manylinux2014_x86_64", "linux_x86_64"]
C = {"libc.so.6", "libgcc_s.so.1", "ld-linux-x86-64.so.2"}


@pytest.mark.parametrize(
    ("libraries", "versions", "expected"),
    [
        (C, {"GLIBC_2.2.5", "GLIBC_2.17", "GCC_3.0"}, "manylinux_2_17_x86_64.manylinux2014_x86_64"),
        (set(), set(), "manylinux_2_17_x86_64.manylinux2014_x86_64"),
        (C, {"GLIBC_2.2.5", "GLIBC_2.34", "GLIBC_2.4"}, "manylinux_2_34_x86_64"),
        (C, {"GLIBC_2.37"}, None),
        (C, {"GLIBC_PRIVATE"}, None),
        (C, {"GCC_7.0.0"}, None),
        (C | {"libgomp.so.1"}, {"GLIBC_2.17"}, None),
        (C | {"libc.musl-x86_64.so.1"}, set(), None),
    ],
)
def test_a_policy_has_all_that_is_needed(monkeypatch, libraries, versions, expected):
    monkeypatch.setattr(manylinux, "needs", lambda content: Needs(libraries, versions))
    assert manylinux.platform([b""], KNOWN) == expected


def test_the_library_that_needs_most_decides(monkeypatch):
    of = {b"a": Needs(C, {"GLIBC_2.17"}), b"b": Needs(C, {"GLIBC_2.28"}), b"c": Needs({"libz.so.1"}, set())}
    monkeypatch.setattr(manylinux, "needs", of.__getitem__)
    assert manylinux.platform([b"a", b"b", b"a"], KNOWN) == "manylinux_2_28_x86_64"
    assert manylinux.platform([b"a", b"c"], KNOWN) is None
    assert manylinux.platform([b"a"], ["musllinux_1_2_x86_64", "linux_x86_64"]) is None


def test_what_objdump_says(tmp_path):
    wheel = Tree(tmp_path / "waves").copy(EXAMPLE).wheel()
    folder = wheel.unpack(tmp_path / "site") / "waves"
    for name in ("string", "pyrx_example_waves.pyrx"):
        library = folder / f"{name}{SUFFIX}"
        said = subprocess.run(["objdump", "-p", library], capture_output=True, text=True, check=True).stdout
        found = manylinux.needs(library.read_bytes())
        assert found.libraries == set(re.findall(r"NEEDED +(\S+)", said))
        assert found.versions == set(re.findall(r"0x[0-9a-f]+ 0x\w+ \d+ (\S+)", said)) != set()
    if shutil.which("ldd") and "musl" not in SUFFIX:
        assert re.search(r"-manylinux_2_\d+_\w+\.whl$", wheel.path.name)


def test_other_libraries_in_the_wheel_count(tmp_path):
    tree = small(tmp_path / "p")
    tree.write("small_thing/other.so", b"\x7fELF\x02\x01 and no more")
    assert "-linux_" in tree.wheel().path.name


def test_a_wheel_for_one_cpu_is_for_no_other_machine(tmp_path):
    assert "-linux_" in small(tmp_path / "p", 'include = ["thing.py"]\nnative = true').wheel().path.name
