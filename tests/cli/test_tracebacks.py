"""Tracebacks of compiled functions against those of the same module interpreted: text for text, carets and all."""

import json

import pytest
from command import ROOT, Project

MODULE = ROOT / "tests" / "cases" / "tracebacks" / "kernel.py"
# Where CPython marks the operand that decided, the compiled function knows the whole condition.
COARSER = {"bare_assert"}

RUN = """\
import importlib.machinery, importlib.util, json, sys, traceback

if sys.argv[1] == "python":
    loader = importlib.machinery.SourceFileLoader("kernel", "kernel.py")
    spec = importlib.util.spec_from_loader("kernel", loader)
    kernel = sys.modules["kernel"] = importlib.util.module_from_spec(spec)
    loader.exec_module(kernel)
else:
    import kernel
    assert not kernel.__file__.endswith(".py")


def without_this_file(error):
    if error is not None:
        if error.__traceback__.tb_frame.f_code.co_filename == __file__:
            error.__traceback__ = error.__traceback__.tb_next
        without_this_file(error.__cause__)
        without_this_file(error.__context__)


if sys.argv[2] == "profiled":
    sys.setprofile(lambda *_: None)
said = []
for function, *args in kernel.CALLS:
    try:
        function(*args)
    except Exception as error:
        without_this_file(error)
        said.append([function.__name__, "".join(traceback.format_exception(error))])
json.dump(said, sys.stdout)
"""


@pytest.fixture(scope="module", params=["plain", "profiled"])
def tracebacks(request, tmp_path_factory):
    """Of each call: the function, what Python says, what the compiled function says; also where a profiler sees all calls."""
    project = Project(tmp_path_factory.mktemp("tracebacks"))
    project.write("kernel.py", MODULE.read_bytes())
    project.write("run.py", RUN)
    project.pyrx("build", "-X", f"profile={request.param == 'profiled'}", "kernel.py")
    run = "import runpy, sys; sys.argv = ['run.py', {!r}, {!r}]; runpy.run_path('run.py', run_name='__main__')"
    python, compiled = (json.loads(project.python(run.format(kind, request.param))) for kind in ("python", "compiled"))
    folder = f"{project.folder}/"
    return [
        (name, expected.replace(folder, ""), said.replace(folder, ""))
        for (name, expected), (_, said) in zip(python, compiled, strict=True)
    ]


def test_each_call_fails_alike(tracebacks):
    assert len(tracebacks) > 60
    for name, expected, said in tracebacks:
        if name not in COARSER:
            assert said == expected, name


def test_a_coarser_range_is_of_the_same_line(tracebacks):
    coarser = [(expected, said) for name, expected, said in tracebacks if name in COARSER]
    assert len(coarser) == len(COARSER)
    for expected, said in coarser:
        lines = list(zip(expected.splitlines(), said.splitlines(), strict=True))
        [carets] = [pair for pair in lines if "^" in pair[0]]
        assert all(one == other for one, other in lines if (one, other) != carets)
        marked = [{at for at, mark in enumerate(text) if mark == "^"} for text in carets]
        assert marked[0] < marked[1]


def test_an_exception_dies_with_its_last_reference(kernel):
    """Its traceback is no cycle; and the frames behind are those of the callers."""
    kernel.write("kernel.py", "def ratio(x: float, y: float) -> float:\n    return x / y\n")
    kernel.pyrx("build", "kernel.py")
    said = kernel.python(
        "import gc, kernel, sys, weakref\n"
        "gc.disable()\n"
        "class Held: pass\n"
        "def caller():\n"
        "    held = Held()\n"
        "    try: kernel.ratio(1.0, 0.0)\n"
        "    except ZeroDivisionError as error:\n"
        "        frame = error.__traceback__.tb_next.tb_frame\n"
        "        print(frame.f_code.co_name, frame.f_back.f_code.co_name)\n"
        "        del frame\n"
        "    return weakref.ref(held)\n"
        "print(caller()())\n"
        "seen = []\n"
        "sys.setprofile(lambda frame, event, _: seen.append(frame.f_code.co_name))\n"
        "caller()\n"
        "sys.setprofile(None)\n"
        "print('ratio' in seen, 'caller' in seen)"
    )
    assert said == "ratio caller\nNone\nratio caller\nFalse True\n"
