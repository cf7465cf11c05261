"""`pyrx completion` and `pyrx --version`."""

import shutil
import subprocess
import sys

import pyrx
import pytest


def completed(project, *words: str) -> set[str]:
    """What bash offers for the last of these words."""
    script = project.folder / "pyrx.bash"
    script.write_text(project.pyrx("completion", "bash").stdout)
    code = """
    source "$1"; shift
    COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
    _pyrx pyrx "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
    printf '%s\\n' "${COMPREPLY[@]}"
    """
    command = [shutil.which("bash"), "--norc", "-c", code, "bash", script, "pyrx", *words]
    done = subprocess.run(command, cwd=project.folder, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return set(done.stdout.split())


def test_bash_completes(project):
    assert completed(project, "c") == {"cythonize", "check", "clean", "completion"}
    assert {"--strict", "--output-format"} <= completed(project, "check", "--")
    assert completed(project, "check", "--output-format", "") == {"full", "concise", "json", "github", "sarif"}
    # Bash itself completes names of files where the script has nothing to offer.
    assert completed(project, "build", "ker") == set()
    assert "-o default" in project.pyrx("completion", "bash").stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell", "elvish"])
def test_shells(project, shell):
    script = project.pyrx("completion", shell).stdout
    assert all(word in script for word in ["cythonize", "max-interp-lines"])


def test_an_unknown_shell(project):
    assert "powershell" in project.pyrx("completion", "ksh", status=2).stderr


def test_the_version(project):
    said = project.pyrx("--version").stdout.splitlines()
    assert said[0] == f"pyrx {pyrx.__version__}" == project.pyrx("-V").stdout.strip()
    assert said[1].startswith(f"runtime {pyrx.__version__} (build ") and said[2].startswith("rustc 1.")
    version = f"python {sys.version_info[0]}.{sys.version_info[1]} "
    assert said[3].startswith(version) and sys.prefix in said[3] and len(said) == 4


def test_the_version_where_nothing_is(project):
    empty = project.folder / "empty"
    project.env |= {"PATH": str(empty), "CARGO_HOME": str(empty), "VIRTUAL_ENV": str(empty), "HOME": str(empty)}
    project.env.pop("CARGO", None)
    said = project.pyrx("--version").stdout.splitlines()
    assert said[2].startswith("no Rust found: ") and len(said) == 4
