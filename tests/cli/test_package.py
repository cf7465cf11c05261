"""The `pyrx` package under plain CPython: inert, readable, and without need of NumPy."""

import copy
import importlib
import pickle
import subprocess
import sys

import pytest
from command import ROOT

sys.path.insert(0, str(ROOT / "python"))
pyrx = importlib.import_module("pyrx")

NAMES = ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"]
NAMES += ["float32", "float64", "complex64", "complex128", "bool_"]


@pytest.mark.parametrize("name", NAMES)
def test_types_read_as_they_are_written(name):
    scalar = getattr(pyrx, name)
    assert repr(scalar) == f"pyrx.{name}"
    assert repr(scalar[:, ::1]) == f"pyrx.{name}[:, ::1]" and scalar[:, ::1].ndim == 2
    assert repr(scalar[::1]) == f"pyrx.{name}[::1]" and repr(scalar[:]) == f"pyrx.{name}[:]"
    assert scalar[:, :] == scalar[:, :] and scalar[:] != scalar[::1]
    assert pickle.loads(pickle.dumps(scalar)) is scalar and copy.deepcopy(scalar[:]) == scalar[:]


@pytest.mark.parametrize("axes", [3, "x", slice(1, 2), slice(None, None, 2), (slice(None), 0)])
def test_an_axis_is_a_colon(axes):
    with pytest.raises(TypeError, match="an axis of"):
        pyrx.float64[axes]


@pytest.mark.parametrize("name", NAMES)
def test_casts_are_numpys(name):
    import numpy

    value = getattr(pyrx, name)(1)
    assert type(value) is type(getattr(numpy, name)(1)) and value == 1


def test_unions_read_well():
    assert "pyrx.float64[:]" in repr(pyrx.float64[:] | None)


WITHOUT = """
import sys
sys.modules["numpy"] = None
import pyrx
print(pyrx.int8(3.9), pyrx.float32(0.1), pyrx.float64(3), pyrx.complex64(0.1), pyrx.bool_(2), pyrx.float32(1e300), pyrx.uint8())
try:
    pyrx.uint8(256)
except OverflowError as error:
    print(error)
"""


def test_casts_without_numpy():
    command = [sys.executable, "-c", WITHOUT]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT / "python", check=True)
    first, second = done.stdout.splitlines()
    assert first == "3 0.10000000149011612 3.0 (0.10000000149011612+0j) True inf 0"
    assert second == "Python integer 256 out of bounds for uint8"


def test_prange_is_range():
    assert pyrx.prange(5) == range(5) and pyrx.prange(1, 5) == range(1, 5) and pyrx.prange(9, 1, -2) == range(9, 1, -2)
    options = {"schedule": "guided", "chunksize": 4, "num_threads": 2, "nogil": True}
    assert list(pyrx.prange(3, **options)) == [0, 1, 2]
    with pytest.raises(ValueError, match="schedule"):
        pyrx.prange(3, schedule="gided")


def test_one_thread():
    with pyrx.parallel(num_threads=2):
        assert pyrx.threadid() == 0


def test_decorators_return_what_they_get():
    def function():
        return 1

    assert pyrx.compile(function) is function and pyrx.compile(strict=True)(function) is function
    assert pyrx.compile()(function) is function
    for name in ("boundscheck", "wraparound", "cdivision", "overflowcheck", "cpow", "fastmath"):
        directive = getattr(pyrx, name)
        assert directive(False)(function) is function and directive(function) is function
        with directive(True):
            pass
    assert pyrx.nogil(function) is function and pyrx.nogil(True)(function) is function
    with pyrx.nogil:
        pass


def test_the_version_is_that_of_the_command(project):
    assert project.pyrx("-V").stdout.split() == ["pyrx", pyrx.__version__]
