"""The interpreter's version and counts of references, as its header has them."""
from cpython.version cimport PY_VERSION_HEX, PY_MINOR_VERSION, PY_RELEASE_LEVEL, PY_MICRO_VERSION, PY_RELEASE_SERIAL
from cpython cimport PY_MAJOR_VERSION
cimport cpython.version
from cpython.ref cimport PyObject, _Py_REFCNT, Py_REFCNT
import sys


cdef borrowed(PyObject* o):
    return _Py_REFCNT(o)


def counts(o):
    return borrowed(<PyObject*>o) - Py_REFCNT(o), _Py_REFCNT(<PyObject *>o) - Py_REFCNT(o)


def version():
    return PY_VERSION_HEX == sys.hexversion, PY_MAJOR_VERSION, PY_MINOR_VERSION, PY_RELEASE_LEVEL, PY_MICRO_VERSION, PY_RELEASE_SERIAL, cpython.version.PY_MICRO_VERSION


def branch():
    if PY_VERSION_HEX >= 0x030200F0:
        return 1
    return 0


new = PY_VERSION_HEX >= 0x030200F0


# --- calls
counts([1])
version()
branch()
new
