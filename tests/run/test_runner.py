"""The runner itself: every way in which a compiled module could differ is seen, and a crash costs one call."""

import cases
import pytest
import session

SAME = "def f(a):\n    return a\n"
DIFFERENCES = {
    "value": (SAME, "def f(a):\n    return a + 1\n", "f(1)", "result"),
    "last bit": (SAME, "def f(a):\n    return a + 2**-52\n", "f(1.0)", "result"),
    "sign of zero": (SAME, "def f(a):\n    return abs(a)\n", "f(-0.0)", "result"),
    "bool for int": (SAME, "def f(a):\n    return bool(a)\n", "f(1)", "result"),
    "float for numpy.float64": (SAME, "def f(a):\n    return float(a)\n", "f(np.float64(1))", "result"),
    "inside a list": (SAME, "def f(a):\n    return [a[0], int(a[1])]\n", "f([1, True])", "result"),
    "dtype": (SAME, "def f(a):\n    return a.astype('f4')\n", "f(f8(2))", "result"),
    "shape": (SAME, "def f(a):\n    return a.reshape(2, 1)\n", "f(f8(2))", "result"),
    "contiguity": (SAME, "import numpy as np\ndef f(a):\n    return np.asfortranarray(a)\n", "f(f8(2, 2))", "result"),
    "one element": (SAME, "def f(a):\n    a = a + 0\n    a[-1] = 7\n    return a\n", "f(f8(500))", "result"),
    "copy for the argument": (SAME, "def f(a):\n    return a.copy()\n", "f(f8(2))", "relations"),
    "copy for a view": (
        "def f(a):\n    return a[1:]\n",
        "def f(a):\n    return a[1:].copy()\n",
        "f(f8(3))",
        "relations",
    ),
    "argument changed": (SAME, "def f(a):\n    a[0] = 9\n    return a\n", "f([1, 2])", "arguments"),
    "output": (SAME, "def f(a):\n    print('x')\n    return a\n", "f(1)", "stdout"),
    "raises": (SAME, "def f(a):\n    raise ValueError\n", "f(1)", "raised"),
    "exception": ("def f(a):\n    raise KeyError(1)\n", "def f(a):\n    raise IndexError(1)\n", "f(1)", "raised"),
    "message": ("def f(a):\n    raise KeyError(1)\n", "def f(a):\n    raise KeyError(2)\n", "f(1)", "raised"),
    "line": ("def f(a):\n    raise KeyError\n", "def f(a):\n\n    raise KeyError\n", "f(1)", "raised"),
    "cause": (
        "def f(a):\n    raise KeyError from ValueError()\n",
        "def f(a):\n    raise KeyError from TypeError()\n",
        "f(1)",
        "raised",
    ),
    "warning": (SAME, "import warnings\ndef f(a):\n    warnings.warn('x')\n    return a\n", "f(1)", "warnings"),
    "crash": (SAME, "import os\ndef f(a):\n    os.abort()\n", "f(1)", "process"),
    "import": (SAME, "raise ImportError\n", "f(1)", "import"),
    "not refused": (SAME, SAME, "f(1)  # refused: TypeError 'a'", "raised"),
    "refused without the name": (
        SAME,
        "def f(a):\n    raise TypeError('x')\n",
        "f(1)  # refused: TypeError 'a'",
        "message",
    ),
    "refused too late": (
        SAME,
        "def f(a):\n    a[0] = 5\n    raise TypeError('argument \\'a\\'')\n",
        "f([1])  # refused: TypeError 'a'",
        "arguments",
    ),
    "no deviation": (SAME, SAME, "f(3)  # deviation: 1 -> 3.0", "result"),
    "not asked": (SAME, SAME, "f(3)  # asked: raises OverflowError", "raised"),
}
AGREEMENTS = {
    "equal": (SAME, SAME, "f((1, 2.5, 'x', None, [f8(2)], {1: nan}))"),
    "NaN of another sign": (SAME, "def f(a):\n    return -a\n", "f(nan)"),
    "deviation": (SAME, "def f(a):\n    return float(a)\n", "f(3)  # deviation: 1 -> 3.0"),
    "deviation that need not show": (SAME, SAME, "f(0)  # deviation: 5 -> 0.0"),
    "refused": (SAME, "def f(a):\n    raise TypeError('argument \\'a\\'')\n", "f(3)  # refused: TypeError 'a'"),
    "asked": (SAME, "def f(a):\n    raise OverflowError\n", "f(3)  # asked: raises OverflowError"),
}


def run(folder, oracle: str, compiled: str, call: str) -> list[dict]:
    """Runs calls with two Python modules as the two worlds."""
    for world, source in (("oracle", oracle), ("compiled", compiled)):
        (folder / world).mkdir()
        (folder / world / "m.py").write_text(source)
    path = folder / "m.py"
    path.write_text(f"{oracle}\n{cases.SEPARATOR}\n{call}\n")
    case = cases.read_case(path)
    return session.run_cases([case], folder / "oracle" / "m.py", folder / "compiled" / "m.py").calls


@pytest.mark.parametrize("what", DIFFERENCES)
def test_difference_is_seen(what, tmp_path):
    oracle, compiled, call, part = DIFFERENCES[what]
    (diff,) = run(tmp_path, oracle, compiled, call)
    assert part in diff, diff


@pytest.mark.parametrize("what", AGREEMENTS)
def test_agreement_is_none(what, tmp_path):
    assert run(tmp_path, *AGREEMENTS[what]) == [{}]


def test_calls_after_a_crash_are_made(tmp_path):
    compiled = "import os\ndef f(a):\n    return os.abort() if a == 1 else a\n"
    first, second, third = run(tmp_path, SAME, compiled, "(f(a) for a in (0, 1, 2))")
    assert (first, third) == ({}, {})
    assert "process" in second


@pytest.mark.parametrize(
    "text",
    ["x = 1", "f(1)  # deviation: 7 -> 1", "f(1)  # deviation: 1", "f(1)  # raises ValueError", "f(1", ""],
)
def test_bad_case_files_are_refused(text, tmp_path):
    path = tmp_path / "m.py"
    path.write_text(f"{SAME}\n{cases.SEPARATOR}\n{text}\n")
    with pytest.raises(cases.CaseError):
        cases.read_case(path)


def test_generator_expressions_expand(tmp_path):
    path = tmp_path / "m.py"
    path.write_text(f"{SAME}\n{cases.SEPARATOR}\n(f(a) for a in range(3) for b in (1, 2) if a < b)\n")
    assert [call.bound for call in cases.read_case(path).calls] == ["a=0, b=1", "a=0, b=2", "a=1, b=2"]
