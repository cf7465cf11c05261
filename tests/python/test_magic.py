"""Cells of a notebook that are compiled."""

import re

START = """
import re
from IPython.testing.globalipapp import start_ipython
from IPython.utils.capture import capture_output
shell = start_ipython()
# As where there is a page to show things on.
shell.display_formatter.active_types = shell.display_formatter.format_types
def cell(text):
    with capture_output() as shown:
        result = shell.run_cell(text)
    html = [repr(output.data.get("text/html", "")) for output in shown.outputs]
    print(result.success, repr(shown.stdout), repr(shown.stderr), *html)
cell("%load_ext pyrx")
"""


def ran(project, *cells: str) -> list[str]:
    project.env["IPYTHONDIR"] = str(project.folder / "ipython")
    code = START + "".join(f"cell({text!r})\n" for text in cells)
    lines = project.python(code).splitlines()
    assert lines[0].startswith("True")
    return lines[1:]


AREA = "import math\ndef area(r: float):\n    return math.pi * r * r\n"


def test_cells_are_modules(project):
    lines = ran(
        project,
        f"%%pyrx -v\n{AREA}_hidden = 1\ndef untyped(x): return x\n",
        "print(type(area).__name__, area(2.0), untyped(1), '_hidden' in globals(), math.__name__)",
        "%%pyrx --pyx -n twice_of -X language_level=2\ncdef int TWO = 2\ndef twice(int n):\n    return TWO * n / 4\n",
        "print(twice(3), twice.__module__)",
        "%%pyrx --pyx -n twice_of -X language_level=2\ncdef int TWO = 2\ndef twice(int n):\n    return TWO * n / 4\n",
        "%%pyrx\n__all__ = ['one']\ndef one(n: int): return n\ndef two(n: int): return n\n",
        "print('one' in globals(), 'two' in globals())",
    )
    assert re.match(r"True '<cell>\\n.* area +native .* untyped +interpreted ", lines[0]), lines[0]
    assert lines[1:] == [
        r"True 'compiled_function 12.566370614359172 1 False math\n' ''",
        "True '' ''",
        r"True '1 twice_of\n' ''",
        "True '' ''",
        "True '' ''",
        r"True 'True False\n' ''",
    ]


def test_what_is_wrong_is_shown_without_a_traceback(project):
    wrong = ran(
        project,
        "%%pyrx\ndef f(x: float):\n    return x +\n",
        "%%pyrx -X nothing\ndef f(x: float):\n    return x\n",
        "%%pyrx --strict\ndef f(x):\n    return x\n",
        "%%pyrx --pyx\ndef f(int x) return x\n",
        "%%pyrx --nothing\n1\n",
        "%%pyrx -n 3x\n1\n",
    )
    for line, said in zip(
        wrong,
        ["<cell>:3:15", "unknown directive `nothing`", "error[P0301]", "<cell>:2:14", "unrecognized", "'3x' cannot"],
        strict=True,
    ):
        assert line.startswith("False '' ") and "UsageError: " in line and said in line and "Traceback" not in line, (
            line
        )


def test_the_report_is_shown_below(project):
    (line,) = ran(project, f"%%pyrx -a\n{AREA}TEXT = '</iframe><script>'\n")
    frame = re.search(r'<iframe srcdoc="([^"]*)" ', line)
    assert frame and "&lt;!doctype html" in frame[1].lower() and "area" in frame[1] and "<" not in frame[1]
