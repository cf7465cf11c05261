"""What wheels and source distributions hold, and that they are the same wherever they are built."""

import base64
import hashlib
import os
import tarfile
import zipfile
from pathlib import Path

import pytest
from projects import EXAMPLE, ROOT, SUFFIX, TOTAL, Tree, small

INFO = "pyrx_example_waves-0.1.0.dist-info"


@pytest.fixture(scope="module")
def waves(tmp_path_factory):
    """The wheel of the example."""
    return Tree(tmp_path_factory.mktemp("waves") / "project").copy(EXAMPLE).wheel()


def test_the_wheel_holds_one_library_and_a_shim_beside_each_source(waves):
    assert waves.names() == [
        "waves/__init__.py",
        f"waves/_window{SUFFIX}",
        "waves/_window.pyx",
        "waves/cli.py",
        "waves/grid/__init__.py",
        f"waves/grid/membrane{SUFFIX}",
        "waves/grid/membrane.py",
        f"waves/pyrx_example_waves.pyrx{SUFFIX}",
        "waves/ramp.txt",
        f"waves/string{SUFFIX}",
        "waves/string.py",
        f"{INFO}/METADATA",
        f"{INFO}/WHEEL",
        f"{INFO}/entry_points.txt",
        f"{INFO}/licenses/LICENSE",
        f"{INFO}/RECORD",
    ]


def test_the_tag_is_that_of_the_interpreter_and_the_platform(waves):
    import sysconfig

    from packaging import tags
    from packaging.utils import parse_wheel_filename

    (tag,) = parse_wheel_filename(waves.path.name)[3]
    assert tag in set(tags.sys_tags()) and tag.abi in sysconfig.get_config_var("SOABI").replace("cpython-", "cp")
    assert f"Tag: {tag}\n" in waves.info("WHEEL") and "Root-Is-Purelib: false" in waves.info("WHEEL")


def test_the_record_is_true(waves):
    rows = waves.record()
    assert [row[0] for row in rows] == waves.names() and rows[-1][1:] == ["", ""]
    with zipfile.ZipFile(waves.path) as file:
        for name, digest, size in rows[:-1]:
            content = file.read(name)
            expected = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
            assert (digest, size) == (f"sha256={expected}", str(len(content))), name


def test_metadata_and_licence(waves):
    said = waves.info("METADATA")
    assert "Name: pyrx-example-waves\n" in said and "License-File: LICENSE\n" in said
    assert 'Requires-Dist: pytest; extra == "test"' in said
    assert waves.info("licenses/LICENSE") == (EXAMPLE / "LICENSE").read_text()
    assert waves.info("entry_points.txt") == "[console_scripts]\nwaves = waves.cli:main\n"


def test_two_folders_give_the_same_bytes(waves, tmp_path):
    other = Tree(tmp_path / "elsewhere" / "another").copy(EXAMPLE)
    assert other.wheel().path.read_bytes() == waves.path.read_bytes()


def test_no_path_of_this_machine_is_in_an_extension(waves):
    cache = shared()
    home = os.environ.get("CARGO_HOME", str(Path.home() / ".cargo"))
    with zipfile.ZipFile(waves.path) as file:
        libraries = [file.read(name) for name in file.namelist() if name.endswith(SUFFIX)]
    assert len(libraries) == 4
    for content in libraries:
        for path in (cache, home, str(waves.path.parent), str(ROOT)):
            assert path.encode() not in content, path


def shared() -> str:
    """Where builds keep what they share."""
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return os.environ.get("PYRX_CACHE_DIR") or f"{base}/pyrx"


def test_two_folders_give_the_same_source_distribution(tmp_path):
    one, other = (Tree(tmp_path / name).copy(EXAMPLE) for name in ("one", "other"))
    archives = [tree.folder / tree.hook("build_sdist", tree.folder) for tree in (one, other, other)]
    assert archives[0].read_bytes() == archives[1].read_bytes() == archives[2].read_bytes()


def test_a_source_distribution_builds_the_same_wheel(waves, tmp_path):
    name = Tree(tmp_path / "project").copy(EXAMPLE).hook("build_sdist", tmp_path)
    with tarfile.open(tmp_path / name) as tar:
        assert {member.uid for member in tar} == {0} and all(member.name.startswith("pyrx_example") for member in tar)
        tar.extractall(tmp_path / "unpacked", filter="data")
    unpacked = Tree(tmp_path / "unpacked" / "pyrx_example_waves-0.1.0")
    assert "Name: pyrx-example-waves" in (unpacked.folder / "PKG-INFO").read_text()
    assert unpacked.wheel().path.read_bytes() == waves.path.read_bytes()


def test_a_source_distribution_has_no_leavings(tmp_path):
    tree = small(tmp_path / "p")
    for name in ("build/x.py", "dist/x.whl", ".git/config", "small_thing/__pycache__/x.pyc", "v/pyvenv.cfg", "v/a.py"):
        tree.write(name, "")
    tree.write(f"small_thing/thing{SUFFIX}", "")
    tree.write("secret.txt", "")
    tree.write(".gitignore", "/secret.txt\nsmall_thing/made.py\n")
    tree.write("small_thing/made.py", "")
    tree.write("tests/test_it.py", "")
    with tarfile.open(tmp_path / tree.hook("build_sdist", tmp_path)) as tar:
        names = [name.removeprefix("small_thing-1.0/") for name in tar.getnames()]
    # What the wheel is made of is there even if it is ignored: without it there would be another wheel.
    package = ["small_thing/__init__.py", "small_thing/made.py", "small_thing/thing.py"]
    assert names == ["pyproject.toml", *package, "tests/test_it.py", "PKG-INFO"]


def test_time_stamps_can_be_set(tmp_path):
    tree = small(tmp_path / "p", "")
    tree.env |= {"PYRX_DISABLE": "1", "SOURCE_DATE_EPOCH": "1700000000"}
    with zipfile.ZipFile(tree.wheel().path) as file:
        assert {member.date_time for member in file.infolist()} == {(2023, 11, 14, 22, 13, 20)}


def test_times_that_zip_does_not_know(tmp_path):
    tree = small(tmp_path / "p", "")
    for epoch, year in (("0", 1980), ("9999999999", 2107), ("soon", 2016)):
        tree.env |= {"PYRX_DISABLE": "1", "SOURCE_DATE_EPOCH": epoch}
        with zipfile.ZipFile(tree.wheel().path) as file:
            assert {member.date_time[0] for member in file.infolist()} == {year}


def test_links(tmp_path):
    """One to a folder around it is no part of the project; one to nowhere is told."""
    tree = small(tmp_path / "p", "")
    (tree.folder / "small_thing" / "loop").symlink_to(tree.folder)
    assert not any("loop" in name for name in tree.wheel().names())
    (tree.folder / "small_thing" / "gone.py").symlink_to("nowhere")
    assert "gone.py" in tree.hook("build_wheel", tmp_path, status=1)


LICENCES = [
    ('license = { file = "COPYING" }', ["COPYING"]),
    ('license = { text = "mine" }', []),
    ('license = "MIT"\nlicense-files = ["legal/*"]', ["legal/a.txt", "legal/b.txt"]),
    ('license = "MIT"', ["COPYING", "LICENCE.txt"]),
    ("", ["COPYING", "LICENCE.txt"]),
]


@pytest.mark.parametrize(("said", "files"), LICENCES)
def test_licence_files(tmp_path, said, files):
    tree = small(tmp_path / "p", "")
    for name in ("COPYING", "LICENCE.txt", "legal/a.txt", "legal/b.txt"):
        tree.write(name, "")
    project = (tree.folder / "pyproject.toml").read_text()
    tree.write("pyproject.toml", project.replace('version = "1.0"', f'version = "1.0"\n{said}'))
    names = [name for name in tree.wheel().names() if "/licenses/" in name]
    assert [name.partition("/licenses/")[2] for name in names] == files


def test_disabled_is_pure(tmp_path):
    tree = Tree(tmp_path / "p").copy(EXAMPLE)
    tree.env |= {"PYRX_DISABLE": "1", "PYRX": "/nowhere", "PATH": ""}
    wheel = tree.wheel()
    assert wheel.path.name.endswith("-py3-none-any.whl") and "Root-Is-Purelib: true" in wheel.info("WHEEL")
    assert not any(name.endswith(".so") for name in wheel.names()) and "waves/string.py" in wheel.names()


def test_what_may_not_be_meant_is_told(tmp_path):
    tree = small(tmp_path / "p", "")
    script = "import pyrx.build as b; b.build_wheel('..')"
    assert tree.python("-c", script).stderr == (
        "warning: no module is compiled; name them in [tool.pyrx]: include = [...]\n"
    )
    tree.write("small_thing/fast.pyx", "def f(int n):\n    return n\n")
    tree.env["PYRX_DISABLE"] = "1"
    said = tree.python("-c", script).stderr
    assert said == "warning: small_thing.fast cannot be imported where it is not compiled\n"


def test_sources_can_stay_at_home(tmp_path):
    tree = small(tmp_path / "p", 'include = ["thing.py"]\nship-source = false')
    wheel = tree.wheel()
    assert [name for name in wheel.names() if "dist-info" not in name] == [
        "small_thing/__init__.py",
        f"small_thing/thing{SUFFIX}",
    ]
    tree.env["PYTHONPATH"] = str(wheel.unpack(tmp_path / "installed"))
    tree.folder = tmp_path
    assert tree.python("-c", "from small_thing.thing import total; print(total(10))").stdout == "45\n"


def test_extensions_of_earlier_builds_stay_out(tmp_path):
    tree = small(tmp_path / "p")
    tree.write("small_thing/thing.cpython-39-x86_64-linux-gnu.so", "old")
    tree.write(f"small_thing/thing{SUFFIX}", "old")
    tree.write("small_thing/vendored.so", "kept")
    libraries = [name for name in tree.wheel().names() if name.endswith(".so")]
    assert libraries == [f"small_thing/thing{SUFFIX}", "small_thing/vendored.so"]


def test_one_module_without_a_package(tmp_path):
    tree = small(tmp_path / "p", 'include = ["*.py"]')
    (tree.folder / "small_thing" / "__init__.py").unlink()
    (tree.folder / "small_thing" / "thing.py").rename(tree.folder / "small_thing.py")
    (tree.folder / "small_thing").rmdir()
    assert tree.wheel().names()[:2] == [f"small_thing{SUFFIX}", "small_thing.py"]


def test_a_package_that_is_compiled_itself_and_a_namespace(tmp_path):
    tree = small(tmp_path / "p", 'packages = ["lib/space"]\ninclude = ["lib/"]')
    tree.write("lib/space/inner/__init__.py", "from space.inner.deep import total\n\ndef one() -> int:\n    return 1\n")
    tree.write("lib/space/inner/deep.py", TOTAL)
    wheel = tree.wheel()
    assert [name for name in wheel.names() if name.endswith(".so")] == [
        f"space/inner/__init__{SUFFIX}",
        f"space/inner/deep{SUFFIX}",
        f"space/inner/small_thing.pyrx{SUFFIX}",
    ]
    tree.env["PYTHONPATH"] = str(wheel.unpack(tmp_path / "installed"))
    tree.folder = tmp_path
    code = "import space.inner as i; print(i.one(), i.total(4), i.__name__, type(i.total).__name__, i.deep.__name__)"
    assert tree.python("-c", code).stdout.startswith("1 6 space.inner ")


def test_the_version_of_the_package(tmp_path):
    tree = small(tmp_path / "p", "")
    project = (tree.folder / "pyproject.toml").read_text().replace('version = "1.0"', 'dynamic = ["version"]')
    tree.write("pyproject.toml", project)
    assert "no package has `__version__" in tree.hook("build_sdist", tmp_path, status=1)
    tree.write("small_thing/__init__.py", '__version__: str = "2.5"\n')
    assert tree.hook("build_sdist", tmp_path) == "small_thing-2.5.tar.gz"
    tree.write("small_thing/__init__.py", '__version__ = "two"\n')
    assert "`__version__` is no version: 'two'" in tree.hook("build_sdist", tmp_path, status=1)


def test_metadata_is_that_of_the_wheel(tmp_path):
    tree = small(tmp_path / "p")
    folder = tmp_path / tree.hook("prepare_metadata_for_build_wheel", tmp_path)
    wheel = tree.wheel()
    assert {path.name for path in folder.iterdir()} == {"METADATA", "WHEEL"}
    assert (folder / "METADATA").read_text() == wheel.info("METADATA")
    # Which Linuxes the wheel is for is known when it is built.
    assert (folder / "WHEEL").read_text().splitlines()[:-1] == wheel.info("WHEEL").splitlines()[:-1]


PRINTS = "def show(n: int) -> int:\n    print(n)\n    return n\n"


def test_strict_stops_the_wheel(tmp_path):
    tree = small(tmp_path / "p", 'include = ["thing.py", "shown.py"]\nstrict = true', shown_DOT_py=PRINTS)
    said = tree.hook("build_wheel", tmp_path, status=1)
    assert "small_thing/shown.py" in said and said.endswith("what is wrong was printed above\n")
    assert tree.wheel({"strict": "false"}).names()[1] == f"small_thing/shown{SUFFIX}"


def test_lines_in_the_interpreter_are_counted(tmp_path):
    tool = 'include = ["thing.py", "shown.py"]\n[tool.pyrx.overrides."small_thing.shown"]\nmax-interp-lines = 0'
    tree = small(tmp_path / "p", tool, shown_DOT_py=PRINTS)
    said = tree.hook("build_wheel", tmp_path, status=1)
    assert "small_thing/shown.py: " in said and "lines touch the interpreter, at most 0 may" in said
    tree.wheel({"max-interp-lines": "5"})


def test_an_error_is_shown_where_it_is(tmp_path):
    tree = small(tmp_path / "p", "", wrong_DOT_pyx="cdef int f(:\n    pass\n")
    said = tree.hook("build_wheel", tmp_path, status=1)
    assert "small_thing/wrong.pyx:1:" in said and "^" in said


def test_without_rust_a_package_brings_it(tmp_path):
    tree = small(tmp_path / "p")
    tree.env |= {"PATH": "/usr/nowhere", "CARGO_HOME": str(tmp_path), "HOME": str(tmp_path)}
    tree.env.pop("CARGO", None)
    for hook in ("get_requires_for_build_wheel", "get_requires_for_build_editable"):
        assert tree.hook(hook) == ["puccinialin"]
    assert tree.hook("get_requires_for_build_sdist") == []
    assert "install it from https://rustup.rs, or `puccinialin`" in tree.hook("build_wheel", tmp_path, status=1)
    tree.env["MATURIN_NO_INSTALL_RUST"] = "1"
    assert tree.hook("get_requires_for_build_wheel") == []
    assert "pyrx needs Rust to compile" in tree.hook("build_wheel", tmp_path, status=1)
    tree.env["PYRX_DISABLE"] = "1"
    assert tree.hook("get_requires_for_build_wheel") == []
