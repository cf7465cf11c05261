"""`pyrx check`, `annotate` and `dump`: none needs Rust."""

import json
import os
import stat
import threading

import pytest


@pytest.fixture
def without_rust(kernel):
    """A project on a machine with nothing on PATH."""
    empty = str(kernel.folder.parent / "empty")
    kernel.env |= {"PATH": empty, "CARGO_HOME": empty}
    return kernel


def test_check_prints_a_table(without_rust):
    said = without_rust.pyrx("check", "kernel.py")
    assert "total" in said.stdout and "native" in said.stdout


def test_check_as_json(without_rust):
    [report] = json.loads(without_rust.pyrx("check", "--output-format", "json", "kernel.py").stdout)["modules"]
    assert [function["qualname"] for function in report["functions"]] == ["total"]
    assert report["functions"][0]["level"] == "native" and report["exceeded"] is False


def test_check_fails_when_too_many_lines_touch_the_interpreter(without_rust):
    without_rust.pyrx("check", "--max-interp-lines", "0", "kernel.py")
    without_rust.write("slow.py", "def f(x):\n    for i in x:\n        print(i.name)\n")
    said = without_rust.pyrx("check", "--max-interp-lines", "0", "slow.py", status=1)
    assert "touch the interpreter, at most 0 may" in said.stderr
    assert (
        json.loads(without_rust.pyrx("check", "--output-format", "json", "slow.py").stdout)["modules"][0][
            "interpreter_lines"
        ]
        > 0
    )


def test_check_strict(without_rust):
    without_rust.pyrx("check", "--strict", "kernel.py")
    without_rust.write("slow.py", "def f(x):\n    for i in x:\n        print(i.name)\n")
    assert "P0301" in without_rust.pyrx("check", "--strict", "slow.py", status=1).stderr


def test_check_of_a_file_that_is_not_there(without_rust):
    without_rust.pyrx("check", "nothing.py", status=2)


def test_annotate(without_rust):
    without_rust.pyrx("annotate", "kernel.py")
    assert "total" in (without_rust.folder / "kernel.html").read_text()


def test_annotate_elsewhere_and_as_json(without_rust):
    without_rust.pyrx("annotate", "-o", "report.html", "kernel.py")
    assert without_rust.names() == ["kernel.py", "report.html"]
    json.loads(without_rust.pyrx("annotate", "--json", "-o", "-", "kernel.py").stdout)


@pytest.mark.parametrize("name", ["01-intro.py", "a b.py", 'quo"te.py', "a.b.py", "größe.py", "class.py", "script"])
def test_names_that_need_not_be_imported(without_rust, name):
    without_rust.write(name, "def total(n: int) -> int:\n    return n + 1\n")
    assert "total" in without_rust.pyrx("check", "--", name).stdout
    without_rust.pyrx("annotate", "-o", "report.html", "--", name)
    assert "total" in without_rust.pyrx("dump", "--stage", "rust", "--", name).stdout


@pytest.mark.parametrize("stage", ["syntax", "hir", "types", "ir", "rust"])
def test_dump(without_rust, stage):
    assert "total" in without_rust.pyrx("dump", "--stage", stage, "kernel.py").stdout


def test_dump_after_no_such_pass(without_rust):
    said = without_rust.pyrx("dump", "--stage", "ir", "--after", "nonsense", "kernel.py", status=2).stderr
    assert "there is no pass `nonsense`" in said and "bounds" in said
    without_rust.pyrx("dump", "--stage", "ir", "--after", "bounds", "kernel.py")
    without_rust.pyrx("dump", "--stage", "rust", "--after", "bounds", "kernel.py", status=2)


def test_colours_are_the_users_choice(without_rust):
    without_rust.write("broken.py", "def f(:\n")
    assert "\x1b[" in without_rust.pyrx("check", "--color", "always", "broken.py", status=1).stderr
    assert "\x1b[" not in without_rust.pyrx("check", "broken.py", status=1).stderr


def test_a_closed_pipe_is_no_error(without_rust):
    process = without_rust.start("dump", "--stage", "rust", "kernel.py")
    process.stdout.close()
    assert "panicked" not in process.stderr.read()
    process.wait()


def test_a_pipe_takes_the_report_and_stays(without_rust):
    pipe = without_rust.folder / "pipe"
    os.mkfifo(pipe)
    got = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_text(encoding="utf-8")), daemon=True)
    reader.start()
    without_rust.pyrx("annotate", "--format", "json", "-o", "pipe", "kernel.py")
    reader.join(20)
    assert json.loads(got[0])["functions"][0]["qualname"] == "total"
    without_rust.pyrx("clean", "kernel.py")
    assert stat.S_ISFIFO(pipe.lstat().st_mode)
