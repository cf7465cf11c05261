"""Modules that use variables of C's of another one: what is refused, and what an import says where the other does not fit."""

import pytest
from command import Project

OWNER_PXD = """
cdef double scale
cdef object cache
cdef double[::1] work
cdef double scaled(double x) noexcept
"""

OWNER = """
cdef double scale = 2.0
cdef double scaled(double x) noexcept:
    return x * scale
"""

USER = """
from owner cimport scaled
def f(double x):
    return scaled(x)
"""


@pytest.fixture
def project(tmp_path):
    project = Project(tmp_path)
    project.write("owner.pxd", OWNER_PXD)
    project.write("owner.pyx", OWNER)
    project.write("user.pyx", USER)
    return project


def imported(project) -> str:
    code = "try:\n import user\n print(user.f(1.5))\nexcept ImportError as error: print(error)"
    return project.python(code).splitlines()[-1]


@pytest.mark.parametrize("name", ["cache", "work"])
def test_objects_and_views_are_not_shared(project, name):
    project.write("user.pyx", f"from owner cimport {name}\ndef f():\n    return {name}\n")
    done = project.pyrx("build", "user.pyx", status=1)
    assert f"user.pyx:3:11: `{name}` is a variable of `owner`, and modules share plain values of C's only" in done.stderr


def test_the_other_module_is_imported(project):
    project.pyrx("build", "user.pyx")
    # As with Cython, it has to be built, too.
    assert imported(project) == "No module named 'owner'"
    project.pyrx("build", "owner.pyx")
    assert imported(project) == "3.0"


def test_a_module_that_was_changed_is_refused(project):
    project.pyrx("build", "owner.pyx", "user.pyx")
    assert imported(project) == "3.0"
    project.write("owner.pxd", OWNER_PXD.replace("double scale\n", "int scale\n"))
    project.write("owner.pyx", OWNER.replace("double scale = 2.0", "int scale = 2"))
    project.pyrx("build", "owner.pyx")
    assert imported(project) == "user was compiled with another type of owner.scale: compile both modules anew"
    project.write("owner.pxd", "cdef double scaled(double x) noexcept\n")
    project.write("owner.pyx", "cdef double scaled(double x) noexcept:\n    return x\n")
    project.pyrx("build", "owner.pyx")
    assert imported(project) == "user finds no C variable owner.scale: compile both modules anew"


def test_a_struct_that_was_changed_is_refused(project):
    struct = "cdef struct Point:\n    double x, y\ncdef Point origin\n"
    project.write("owner.pxd", struct)
    project.write("owner.pyx", "origin.y = 4\n")
    project.write("user.pyx", "from owner cimport origin\ndef f(x):\n    return origin.y\n")
    project.pyrx("build", "owner.pyx", "user.pyx")
    assert imported(project) == "4.0"
    project.write("owner.pxd", struct.replace("x, y", "x, z, y"))
    project.pyrx("build", "owner.pyx")
    assert imported(project) == "user was compiled with another type of owner.origin: compile both modules anew"


def test_only_what_the_declarations_lead_to_is_given_away(project):
    project.write("owner.pyx", OWNER + "cdef double own = 1.0\ndef get():\n    return own\n")
    project.pyrx("build", "owner.pyx")
    assert project.python("import owner; print(sorted(owner.__pyx_capi__))").splitlines()[-1] == "['scale']"


@pytest.mark.parametrize("default", ["object y=[]", "double[:] y=array"])
def test_defaults_that_are_objects_are_not_shared(project, default):
    project.write("owner.pxd", f"cdef double scaled(double x, {default.split('=')[0]}=*)\n")
    source = f"import numpy as np\narray = np.zeros(3)\ncdef double scaled(double x, {default}):\n    return x + len(y)\n"
    project.write("owner.pyx", source)
    done = project.pyrx("build", "user.pyx", status=1)
    assert "this default of `scaled` is a variable of `owner`, and modules share plain values of C's only" in done.stderr
