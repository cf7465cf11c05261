"""What goes wrong around a build: a clear message, a hint, an exit status, and nothing half-written."""

import shutil
import sys
import venv
from pathlib import Path

import pytest
from command import KERNEL, binary


def refused(project, *arguments, status=2, words=(), hint=""):
    """Runs a command that fails, and looks at what it says and leaves."""
    before = project.names()
    said = project.pyrx(*arguments, status=status).stderr
    for word in [*words, "error"]:
        assert word in said, said
    if hint:
        assert "hint: " in said and hint in said, said
    assert project.names() == before
    return said


def only_tools(project, *names):
    """A PATH of nothing but these programs, and a home without Rust."""
    folder = project.folder.parent / "tools"
    folder.mkdir()
    for name in names:
        (folder / name).symlink_to(shutil.which(name))
    project.env["PATH"] = str(folder)
    return folder


def fresh_cache(project):
    project.env["PYRX_CACHE_DIR"] = str(project.folder.parent / "cache")


def script(folder: Path, name: str, text: str):
    path = folder / name
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)


def test_missing_file(project):
    refused(project, "build", "kernel.py", words=["cannot read kernel.py", "no such file"])


def test_a_name_without_its_suffix(kernel):
    refused(kernel, "build", "kernel", words=["cannot read kernel"], hint="did you mean kernel.py?")


def test_a_folder(kernel):
    refused(
        kernel, "build", ".", words=["no module in . asks to be compiled"], hint="write `# pyrx: compile` at the top"
    )
    refused(kernel, "annotate", ".", hint="name a module in the folder")


def test_no_module_named(project):
    assert "Usage" in project.pyrx("build", status=2).stderr


@pytest.mark.parametrize(
    "name",
    ["my-kernel.py", "a.b.py", "1kernel.py", "a b.py", "a;echo.py", "$(x).py", '"q".py', "a\nb.py", "\x1b[31m.py"],
)
def test_names_that_cannot_be_imported(project, name):
    project.write(name, KERNEL)
    said = refused(project, "build", "--", name, words=["cannot be imported"], hint="rename it")
    assert "\x1b[31m" not in said


def test_not_utf8(project):
    project.write("kernel.py", b"x = 1\ny = '\xe9'\n")
    refused(project, "build", "kernel.py", status=1, words=["P0104", "not UTF-8", "kernel.py:2:6"], hint="UTF-8")


def test_a_byte_order_mark_is_no_error(kernel):
    kernel.write("kernel.py", "\ufeff" + KERNEL)
    kernel.pyrx("build", "kernel.py")
    assert kernel.python("import kernel; print(kernel.total(10))") == "45\n"


def test_a_syntax_error_has_a_place(project):
    project.write("kernel.py", "x = 1\n\tdef f(:\n")
    refused(project, "build", "kernel.py", status=1, words=["P0101", "kernel.py:2:", "^"])


def test_unknown_directive(kernel):
    refused(kernel, "build", "-X", "boundschek=0", "kernel.py", hint="did you mean `boundscheck`?")


def test_no_cargo(kernel):
    only_tools(kernel)
    fresh_cache(kernel)
    kernel.env |= {"HOME": str(kernel.folder.parent), "CARGO_HOME": str(kernel.folder.parent)}
    kernel.env.pop("CARGO", None)
    refused(kernel, "build", "kernel.py", words=["cargo was not found"], hint="rustup.rs")


def test_too_old_rust(kernel):
    tools = only_tools(kernel)
    fresh_cache(kernel)
    kernel.env.pop("CARGO", None)
    kernel.env.pop("RUSTC", None)
    script(tools, "cargo", "echo cargo 1.70.0")
    script(tools, "rustc", "echo 'rustc 1.70.0 (90c541806 2023-05-31)'")
    refused(kernel, "build", "kernel.py", words=["Rust 1.70 is too old", "1.85"], hint="rustup update")


def test_no_maturin(kernel, monkeypatch):
    bare = kernel.folder.parent / "bare"
    venv.create(bare, with_pip=False)
    tools = only_tools(kernel, "cargo", "rustc")
    fresh_cache(kernel)
    # pyrx also looks beside itself: it has to lie elsewhere than maturin.
    shutil.copy(binary(), tools / "pyrx")
    monkeypatch.setenv("PYRX", str(tools / "pyrx"))
    kernel.env["VIRTUAL_ENV"] = str(bare)
    refused(kernel, "build", "kernel.py", words=["maturin was not found"], hint="-m pip install maturin")


def test_no_linker(kernel):
    only_tools(kernel, "cargo", "rustc")
    fresh_cache(kernel)
    refused(kernel, "build", "kernel.py", words=["no linker was found"], hint="apt install gcc")


def test_a_folder_that_cannot_be_written(kernel):
    refused(kernel, "build", "-o", "/proc/self", "kernel.py", words=["cannot write to folder /proc/"], hint="-o")


def test_a_cache_that_cannot_be_written(kernel):
    kernel.env["PYRX_CACHE_DIR"] = "/proc/self/pyrx"
    refused(kernel, "build", "kernel.py", words=["cannot use the cache folder"], hint="PYRX_CACHE_DIR")


def test_no_such_python(kernel):
    refused(kernel, "build", "--python", "python9.9", "kernel.py", words=["no Python at python9.9"], hint="--python")


def test_something_that_is_no_python(kernel):
    refused(kernel, "build", "--python", shutil.which("true"), "kernel.py", words=["does not answer as a Python"])


def test_a_python_that_is_too_old(kernel):
    tools = kernel.folder.parent / "old"
    tools.mkdir()
    fields = '"ext_suffix": ".so", "abi": "x", "pointer_width": 64, "shared": false, "build_flags": [], "scripts": "/"'
    answer = f'{{"executable": "/x", "implementation": "CPython", "version": [3, 8], {fields}}}'
    script(tools, "python3", f"echo '{answer}'")
    refused(kernel, "build", "--python", tools / "python3", "kernel.py", words=["CPython 3.8", "3.11 and later"])


def test_the_compiler_runs_for_the_python_named(kernel):
    kernel.pyrx("build", "--python", sys.executable, "kernel.py")
    assert kernel.extension().exists()
