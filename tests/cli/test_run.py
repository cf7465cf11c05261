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


def test_options_after_the_module_are_the_programs(project):
    project.write("script.py", "import sys\nprint(sys.argv)\n")
    assert project.pyrx("run", "script.py", "-v", "--help", "-m").stdout == "['script.py', '-v', '--help', '-m']\n"
    assert "there is no option --none" in project.pyrx("run", "--none", "script.py", status=2).stderr


def test_a_module_of_a_package_by_name(project):
    project.write("pack/__init__.py", "")
    project.write("pack/inner.py", "def twice(n: int) -> int:\n    return 2 * n\n")
    main = "import sys\nfrom .inner import twice\nprint(__name__, __package__, twice(21), sys.argv[1:])\n"
    project.write("pack/__main__.py", main)
    assert project.pyrx("run", "-m", "pack", "-v").stdout == "__main__ pack 42 ['-v']\n"
    assert project.pyrx("run", "-m", "pack.__main__").stdout == "__main__ pack 42 []\n"
    said = project.pyrx("run", "pack/__main__.py", status=1).stderr
    assert "attempted relative import with no known parent package" in said
    assert "there is no module pack.none" in project.pyrx("run", "-m", "pack.none", status=2).stderr


def test_spawned_processes_find_the_program(project):
    project.write(
        "script.py",
        "import multiprocessing\n\n\ndef double(x: int) -> int:\n    return 2 * x\n\n\nif __name__ == '__main__':\n"
        "    with multiprocessing.get_context('spawn').Pool(1) as pool:\n        print(pool.map(double, [1, 2]))\n"
        "    print(__file__, __spec__)\n",
    )
    assert project.pyrx("run", "script.py").stdout == f"[2, 4]\n{project.folder / 'script.py'} None\n"
