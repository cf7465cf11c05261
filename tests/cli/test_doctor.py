"""`pyrx doctor` and `pyrx warm`: what is there, what is missing, and what to type."""

import shutil
import subprocess
import sys

import pytest
from command import binary

NAMES = ["pyrx", "Python", "NumPy", "cargo", "rustc", "linker", "maturin", "cache", "libraries", "disk"]


def rows(text: str) -> dict[str, str]:
    """The mark of each line."""
    return {line.split()[1]: line.split()[0] for line in text.splitlines() if not line.startswith(" ")}


@pytest.fixture
def bare(project):
    """A machine without tools: nothing on PATH, no Rust in the home folder."""
    home = project.folder / "home"
    home.mkdir()
    project.env |= {"PATH": str(home), "HOME": str(home), "CARGO_HOME": str(home)}
    for name in ("CARGO", "RUSTC"):
        project.env.pop(name, None)
    return project


def test_a_machine_where_all_is_well(kernel):
    kernel.pyrx("build", "kernel.py")
    said = kernel.pyrx("doctor").stdout
    assert list(rows(said)) == NAMES and "missing" not in said
    assert rows(said)["libraries"] == "ok" and sys.prefix in said
    assert kernel.pyrx("-q", "doctor").stdout == ""


def test_a_bare_machine(bare):
    said = bare.pyrx("doctor", status=2).stdout
    marks = rows(said)
    assert {name for name, mark in marks.items() if mark == "missing"} == {"cargo", "rustc", "linker"}
    assert "https://rustup.rs" in said and "apt install gcc" in said
    assert set(rows(bare.pyrx("-q", "doctor", status=2).stdout)) == {"cargo", "rustc", "linker"}


def test_tools_that_do_not_work(bare):
    for name in ("cargo", "rustc", "cc"):
        path = bare.write(f"home/{name}", "#!/bin/sh\nexit 1\n")
        path.chmod(0o755)
    said = bare.pyrx("doctor", status=2).stdout
    assert rows(said)["cargo"] == rows(said)["rustc"] == rows(said)["linker"] == "missing"
    assert "does not work" in said and "rustup default stable" in said


def test_an_old_rust(bare):
    for name, text in (("cargo", "cargo 1.60.0"), ("rustc", "rustc 1.60.0")):
        bare.write(f"home/{name}", f"#!/bin/sh\necho '{text}'\n").chmod(0o755)
    said = bare.pyrx("doctor", status=2).stdout
    assert "Rust 1.60 is too old" in said and "rustup update stable" in said


def test_a_cache_that_cannot_be(kernel):
    kernel.env["PYRX_CACHE_DIR"] = str(kernel.write("file", ""))
    said = kernel.pyrx("doctor", status=2).stdout
    assert rows(said)["cache"] == "missing" and "PYRX_CACHE_DIR" in said


def test_an_empty_cache(kernel):
    kernel.env["PYRX_CACHE_DIR"] = str(kernel.folder / "cache")
    said = kernel.pyrx("doctor").stdout
    assert rows(said)["libraries"] == "note" and "`pyrx warm` does it now" in said


def test_a_python_that_is_not_there(kernel):
    said = kernel.pyrx("doctor", "--python", "/nowhere/python", status=2).stdout
    assert rows(said)["Python"] == "missing" and "there is no Python at /nowhere/python" in said


def test_without_numpy(project):
    python = project.folder / "env" / "bin" / "python"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(python.parents[1])], check=True)
    said = project.pyrx("doctor", "--python", python).stdout
    assert rows(said)["NumPy"] == "note" and f"{python} -m pip install numpy" in said


# Without a network, without anything that cargo has downloaded, with an empty cache.
OFFLINE = ["unshare", "--map-root-user", "--net"]


def test_the_first_build_needs_no_network(kernel, tmp_path):
    """Of a pyrx that was installed as users do; one that carries no crates says that it needs the network."""
    if not shutil.which(OFFLINE[0]):
        pytest.fail("the test needs `unshare` of util-linux")
    kernel.env |= {"PYRX_CACHE_DIR": str(tmp_path / "cache"), "CARGO_HOME": str(tmp_path / "cargo")}
    kernel.env["PATH"] += ":" + str(shutil.which("cargo", path=kernel.env["PATH"])).removesuffix("/cargo")
    carries = "without the network" in kernel.pyrx("doctor").stdout
    run = [*OFFLINE, str(binary()), "warm"]
    done = subprocess.run(run, cwd=kernel.folder, env=kernel.env, capture_output=True, text=True, check=False)
    if not carries:
        assert done.returncode == 2 and "the first build needs the network" in done.stderr
        return
    assert done.returncode == 0, done.stderr
    assert "the libraries for cpython-" in done.stderr and not list((tmp_path / "cargo").glob("registry/cache/*"))
    assert rows(kernel.pyrx("doctor").stdout)["libraries"] == "ok"
    kernel.pyrx("build", "kernel.py")
    assert kernel.python("import kernel; print(kernel.total(10))") == "45\n"
