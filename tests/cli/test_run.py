"""`pyrx run`: a compiled module runs as `python module.py` does."""

import subprocess
import sys

SCRIPT = """\
import os
import sys


def double(x: int) -> int:
    return 2 * x


if __name__ == "__main__":
    print(__name__, sys.argv[1:], os.path.basename(sys.argv[0]), os.path.isdir(sys.path[0]), sys.path[0] == os.getcwd())
    import beside
    print(beside.value, double(21))
    sys.exit(int(sys.argv[1]) if len(sys.argv) > 1 else 0)
"""


def test_arguments_path_and_status(project):
    project.write("script.py", SCRIPT)
    project.write("beside.py", "value = 5\n")
    said = project.pyrx("run", "script.py", "3", "-v", "--strict", status=3)
    command = [sys.executable, "script.py", "3", "-v", "--strict"]
    plain = subprocess.run(command, cwd=project.folder, env=project.env, capture_output=True, text=True, check=False)
    assert said.stdout == plain.stdout and "42" in said.stdout
    assert plain.returncode == 3


def test_an_exception_is_shown_as_python_shows_it(project):
    project.write(
        "script.py", "def f() -> int:\n    return 1\n\n\nif __name__ == '__main__':\n    raise ValueError(f())\n"
    )
    said = project.pyrx("run", "script.py", status=1)
    assert said.stderr.rstrip().endswith("ValueError: 1")
    assert "_run" not in said.stderr and "importlib" not in said.stderr


def test_a_module_that_does_not_build_does_not_run(project):
    project.write("script.py", "print('ran')\ndef f(:\n")
    assert "ran" not in project.pyrx("run", "script.py", status=1).stdout
