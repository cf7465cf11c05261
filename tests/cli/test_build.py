"""`pyrx build`: where the extension goes, when it is built again, and that builds do not meet."""

import pytest
from command import KERNEL, SUFFIX, Project


def test_the_extension_lies_beside_the_module_and_wins_the_import(kernel):
    said = kernel.pyrx("build", "kernel.py")
    assert kernel.names() == [f"kernel{SUFFIX}", "kernel.py"]
    assert kernel.python("import kernel; print(kernel.__file__, kernel.total(10))").split()[1:] == ["45"]
    assert kernel.python("import kernel; print(kernel.__file__)").strip().endswith(SUFFIX)
    assert str(kernel.extension()) in said.stderr


def test_without_the_extension_plain_python_is_back(kernel):
    kernel.pyrx("build", "kernel.py")
    kernel.extension().unlink()
    assert kernel.python("import kernel; print(kernel.__file__)").strip().endswith("kernel.py")


def test_an_unchanged_build_touches_nothing(kernel):
    kernel.pyrx("build", "kernel.py")
    before = kernel.extension().stat()
    said = kernel.pyrx("build", "kernel.py")
    after = kernel.extension().stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert "unchanged" in said.stderr and "compiling" not in said.stderr


def test_a_changed_source_is_built_again(kernel):
    kernel.pyrx("build", "kernel.py")
    kernel.write("kernel.py", KERNEL.replace("s = 0", "s = 1"))
    kernel.pyrx("build", "kernel.py")
    assert kernel.python("import kernel; print(kernel.total(10))") == "46\n"


def test_a_changed_stub_is_built_again(project):
    project.write("area.py", "def area(a, b):\n    return a * b\n")
    project.pyrx("build", "area.py")
    assert project.python("import area; print(area.area(2, 3))") == "6\n"
    project.write("area.pyi", "def area(a: float, b: float) -> float: ...\n")
    project.pyrx("build", "area.py")
    assert project.python("import area; print(area.area(2, 3))") == "6.0\n"
    assert "unchanged" in project.pyrx("build", "area.py").stderr
    (project.folder / "area.pyi").unlink()
    project.pyrx("build", "area.py")
    assert project.python("import area; print(area.area(2, 3))") == "6\n"


def test_a_damaged_or_deleted_extension_is_built_again(kernel):
    kernel.pyrx("build", "kernel.py")
    whole = kernel.extension().read_bytes()
    kernel.extension().write_bytes(b"not an extension")
    kernel.pyrx("build", "kernel.py")
    assert kernel.extension().read_bytes() == whole
    kernel.extension().unlink()
    kernel.pyrx("build", "kernel.py")
    assert kernel.extension().read_bytes() == whole


def test_the_extension_is_replaced_not_overwritten(kernel):
    kernel.pyrx("build", "kernel.py")
    mapped = kernel.extension().open("rb")
    before = kernel.extension().read_bytes()
    kernel.write("kernel.py", KERNEL.replace("s = 0", "s = 1"))
    kernel.pyrx("build", "kernel.py")
    assert mapped.read() == before


def test_other_options_build_again(kernel):
    kernel.pyrx("build", "kernel.py")
    said = kernel.pyrx("build", "-X", "boundscheck=false", "kernel.py")
    assert "compiling" in said.stderr
    kernel.pyrx("build", "kernel.py")
    assert kernel.python("import kernel; print(kernel.total(4))") == "6\n"


def test_a_root_names_modules_and_lays_them_out(project):
    for name in ("src/space/a/kernel.py", "src/space/b/kernel.py", "src/space/b/__init__.py"):
        project.write(name, KERNEL)
    files = ["src/space/a/kernel.py", "src/space/b/kernel.py", "src/space/b/__init__.py"]
    project.pyrx("build", "--root", "src", "-o", "out", *files)
    built = sorted(str(path.relative_to(project.folder / "out")) for path in (project.folder / "out").rglob("*.so"))
    assert built == [f"space/a/kernel{SUFFIX}", f"space/b/__init__{SUFFIX}", f"space/b/kernel{SUFFIX}"]
    code = "import sys; sys.path.insert(0, 'out'); import space.b.kernel as k; print(k.total(4), k.__name__, k.__package__)"
    assert project.python(code) == "6 space.b.kernel space.b\n"


def test_a_root_that_is_another_folder(kernel, tmp_path):
    (tmp_path / "other").mkdir()
    said = kernel.pyrx("build", "--root", tmp_path / "other", "kernel.py", status=2)
    assert "kernel.py does not lie in" in said.stderr and "--root takes the folder" in said.stderr
    assert "cannot read nowhere" in kernel.pyrx("build", "--root", "nowhere", "kernel.py", status=2).stderr


def test_reproducible_builds_are_the_same_wherever_the_source_lies(kernel, tmp_path):
    other = Project(tmp_path / "elsewhere")
    other.write("kernel.py", KERNEL)
    for project in (kernel, other):
        project.pyrx("build", "--reproducible", "kernel.py")
    assert kernel.extension().read_bytes() == other.extension().read_bytes()
    # The record is of the last one; what lies there is looked at nevertheless.
    assert "unchanged" in other.pyrx("build", "--reproducible", "kernel.py").stderr
    kernel.extension().unlink()
    kernel.pyrx("build", "--reproducible", "kernel.py")
    assert kernel.extension().read_bytes() == other.extension().read_bytes()
    other.write("kernel.py", KERNEL.replace("s = 0", "s = 1"))
    other.pyrx("build", "--reproducible", "kernel.py")
    assert other.python("import kernel; print(kernel.total(3))") == "4\n"
    assert kernel.python("import kernel; print(kernel.total(3))") == "3\n"


def test_native_builds_for_this_cpu(kernel):
    kernel.pyrx("build", "--native", "kernel.py")
    assert kernel.python("import kernel; print(kernel.total(10))") == "45\n"


def test_an_output_folder(kernel):
    kernel.pyrx("build", "-o", "out/deep", "kernel.py")
    assert (kernel.folder / "out" / "deep" / f"kernel{SUFFIX}").exists()
    assert not kernel.extension().exists()


def test_modules_of_one_name_in_an_output_folder(kernel):
    kernel.write("other/kernel.py", KERNEL)
    said = kernel.pyrx("build", "-o", "out", "kernel.py", "other/kernel.py", status=2).stderr
    assert "kernel.py and other/kernel.py would be one extension in out" in said
    assert "out" not in kernel.names()


def test_several_modules_and_one_that_fails(kernel):
    kernel.write("other.py", "def f() -> int:\n    return 2\n")
    kernel.write("broken.py", "def f(:\n")
    said = kernel.pyrx("build", "broken.py", "kernel.py", "other.py", status=1)
    assert kernel.extension().exists() and kernel.extension("other").exists()
    assert not kernel.extension("broken").exists()
    assert "broken.py:1:" in said.stderr


def test_modules_of_one_name_in_two_projects(tmp_path):
    projects = [Project(tmp_path / name) for name in ("one", "two")]
    for number, project in enumerate(projects):
        project.write("kernel.py", f"def f() -> int:\n    return {number}\n")
    for process in [project.start("build", "kernel.py") for project in projects]:
        assert process.communicate()[1] and process.returncode == 0
    for number, project in enumerate(projects):
        assert project.python("import kernel; print(kernel.f(), kernel.__file__)").startswith(f"{number} ")
    for project in projects:
        assert "unchanged" in project.pyrx("build", "kernel.py").stderr


def test_one_module_built_twice_at_once(kernel):
    for process in [kernel.start("build", "kernel.py") for _ in range(3)]:
        assert process.communicate()[1] and process.returncode == 0
    assert kernel.names() == [f"kernel{SUFFIX}", "kernel.py"]
    assert kernel.python("import kernel; print(kernel.total(10))") == "45\n"


def test_a_module_in_a_package(kernel):
    kernel.write("pack/__init__.py", "")
    kernel.write("pack/inner.py", "def f() -> int:\n    return 7\n")
    kernel.pyrx("build", "pack/inner.py")
    code = "import pack.inner as m; print(m.f(), m.__name__, m.__file__.endswith('.so'))"
    assert kernel.python(code) == "7 pack.inner True\n"


def test_show_rust_keep_and_annotate(kernel):
    said = kernel.pyrx("build", "--show-rust", "--keep", "kept", "--annotate", "kernel.py")
    assert "PyInit_kernel" in said.stdout
    kept = kernel.folder / "kept" / "kernel"
    assert (kept / "src" / "lib.rs").read_text() == said.stdout
    assert "pyrx-runtime" in (kept / "Cargo.toml").read_text() and (kept / "Cargo.lock").exists()
    assert (kernel.folder / "kernel.html").exists()


def test_quiet_says_nothing(kernel):
    said = kernel.pyrx("build", "-q", "kernel.py")
    assert said.stdout == said.stderr == ""


RACY = """\
import pyrx


def race(a: pyrx.int64[:]) -> None:
    for i in pyrx.prange(len(a)):
        a[0] = i
"""


@pytest.mark.parametrize("command", ["build", "check"])
def test_quiet_tells_no_warnings(project, command):
    project.write("kernel.py", RACY)
    for _ in range(2):  # the second time, what was built holds still
        assert "warning" in project.pyrx(command, "kernel.py").stderr
        said = project.pyrx(command, "-q", "kernel.py")
        assert said.stdout == said.stderr == ""
        assert project.pyrx(command, "-q", "--output-format", "concise", "kernel.py").stdout == ""
        assert "warning" in project.pyrx(command, "-q", "--output-format", "json", "kernel.py").stdout


def test_without_a_summary_warnings_are_all_that_is_said(project):
    project.write("kernel.py", RACY)
    said = project.pyrx("build", "--no-summary", "kernel.py").stderr
    assert said.startswith("warning") and "native" not in said and "compiling" not in said


def test_verbose_shows_cargo(kernel):
    assert "Finished" in kernel.pyrx("build", "-v", "kernel.py").stderr


def test_the_summary_names_the_abi(kernel):
    said = kernel.pyrx("build", "kernel.py").stderr
    assert SUFFIX.split(".")[1] in said and "native" in said


def test_a_pxd_is_read_where_there_is_no_pyi(project):
    project.write("area.py", "def area(a, b):\n    return a * b\n")
    project.write("area.pxd", "cpdef double area(double a, double b)\n")
    project.pyrx("build", "area.py")
    assert project.python("import area; print(area.area(2, 3))") == "6.0\n"
    project.write("area.pyi", "def area(a: int, b: int) -> int: ...\n")
    project.pyrx("build", "area.py")
    assert project.python("import area; print(area.area(2, 3))") == "6\n"


def test_the_summary_says_plainly_where_nothing_became_native(project):
    def said(name):
        return project.pyrx("build", name).stderr

    project.write("untyped.py", "def f(x):\n    return x\n")
    assert (
        "  no function became native, the module is as fast as before: say the types of parameters first\n"
        "  types of 1 function are missing: `pyrx types untyped.py" in said("untyped.py")
    )
    project.write("objects.py", "def f(n: int):\n    yield n\n\n\ndef g(table):\n    return table.items()\n")
    assert "as fast as before: `pyrx check objects.py` says what its functions would need\n" in said("objects.py")
    project.write("flat.py", "t = 0\nfor i in range(10):\n    t += i\n")
    assert "  only functions are compiled, and there are none: put the code that takes long" in said("flat.py")
    project.write("flat.pyx", "cdef int t = 0\nfor i in range(10):\n    t += i\n")
    assert "only functions are compiled" not in said("flat.pyx")
    project.write("native.py", "def f(x: float) -> float:\n    return x\n\n\ndef g(x):\n    return x\n")
    assert "as before" not in said("native.py")


def test_the_summary_says_how_to_find_types(project):
    program = "def f(n):\n    return sum(range(n))\n\n\ndef g(table):\n    return table.items()\n\n\n"
    project.write("kernel.py", program)
    said = project.pyrx("build", "kernel.py").stderr
    assert "types of 1 function are missing: `pyrx types kernel.py -- SCRIPT.py` finds them" in said
    assert "  g: `table` is used as a dict (`table.items`, line 6); dicts stay Python's" in said
    project.write("kernel.py", program + 'if __name__ == "__main__":\n    print(f(10))\n')
    for command in ("check", "build"):
        said = project.pyrx(command, "kernel.py")
        expected = "types of 1 function are missing: `pyrx types kernel.py` finds them by running it\n"
        assert expected in said.stdout + said.stderr
    assert "def f(n: int)" in project.pyrx("types", "kernel.py").stdout
