"""`pyrxify`: modules as extensions of a setup.py."""

import shutil

import pytest
from projects import EXAMPLE, SUFFIX, TOTAL, Tree

SETUP = """\
from setuptools import setup
from pyrx.setuptools import build_ext, pyrxify

setup(
    name="waves",
    version="1.0",
    package_dir={"": "src"},
    packages=["waves", "waves.grid"],
    package_data={"waves": ["*.txt"]},
    ext_modules=pyrxify(["src/waves/*.pyx", "src/waves/**/m*.py", "src/waves/string.py"]),
    CMDCLASS
)
"""
EXPLICIT = 'cmdclass={"build_ext": build_ext},'
EXTENSIONS = [f"waves/_window{SUFFIX}", f"waves/grid/membrane{SUFFIX}", f"waves/string{SUFFIX}"]


@pytest.fixture
def project(tmp_path):
    tree = Tree(tmp_path / "project").copy(EXAMPLE)
    (tree.folder / "pyproject.toml").unlink()
    tree.write("setup.py", SETUP.replace("CMDCLASS", EXPLICIT))
    return tree


def libraries(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*.so"))


def test_extensions_are_built_beside_their_sources(project):
    project.python("setup.py", "-q", "build_ext", "--inplace")
    assert libraries(project.folder / "src") == EXTENSIONS
    project.env["PYTHONPATH"] += f":{project.folder / 'src'}"
    assert (
        project.python("-c", "import waves; print(waves.run.__name__, waves.pluck(3, 0.5))").stdout
        == "run [0. 1. 0.]\n"
    )


def test_other_options(project):
    project.python("setup.py", "-q", "build", "--build-lib", "out")
    assert libraries(project.folder / "out") == EXTENSIONS
    project.env["PYRX_DISABLE"] = "1"
    project.python("setup.py", "-q", "build", "--build-lib", "pure")
    assert libraries(project.folder / "pure") == []


def test_what_does_not_compile_stops_the_build(project):
    project.write("src/waves/_window.pyx", "def f(int n):\n    return n +\n")
    said = project.python("setup.py", "-q", "build_ext", "--inplace", status=1)
    assert "_window.pyx:2:" in said.stderr and "error: waves._window did not compile" in said.stderr


WRONG = [
    ('pyrxify(["nothing/*.py"])', "pyrxify: there is no module `nothing/*.py`"),
    ('pyrxify(["src/waves/string.py"], strict=3)', "strict is true or false, not 3"),
]


@pytest.mark.parametrize(("call", "message"), WRONG)
def test_what_is_refused(project, call, message):
    said = project.python("-c", f"from pyrx.setuptools import pyrxify; {call}", status=1)
    assert message in said.stderr


NAMES = """
from pyrx.setuptools import pyrxify
for ext in pyrxify(["pkg/**/*.py", "one.py"], exclude=["pkg/x.py"], directives={"boundscheck": False}):
    print(ext.name, *ext.sources, ext.root, *ext.options.arguments())
print([ext.name for ext in pyrxify(["src/p/a.py"])], [ext.name for ext in pyrxify(["src/p/a.py"], root=".")])
"""


def test_names_and_roots(tmp_path):
    tree = Tree(tmp_path)
    for name in ("pkg/__init__.py", "pkg/x.py", "pkg/deep/y.py", "one.py", "src/p/a.py"):
        tree.write(name, TOTAL)
    assert tree.python("-c", NAMES).stdout.splitlines() == [
        "one one.py . -X boundscheck=false",
        "pkg pkg/__init__.py . -X boundscheck=false",
        "pkg.deep.y pkg/deep/y.py . -X boundscheck=false",
        "['p.a'] ['src.p.a']",
    ]


@pytest.mark.network
def test_pip_builds_them(fresh, project, tmp_path):
    """Without `cmdclass`, beside an extension in C, from a source distribution, where pyrx is not afterwards."""
    with_c = '[Extension("waves._c", ["src/waves/_c.c"])] + pyrxify('
    setup = SETUP.replace("CMDCLASS", "").replace("pyrxify([", f"{with_c}[", 1)
    project.write("setup.py", setup.replace("import setup", "import Extension, setup"))
    c = '#include <Python.h>\nstatic struct PyModuleDef d = {PyModuleDef_HEAD_INIT, "_c"};\n'
    project.write("src/waves/_c.c", c + "PyMODINIT_FUNC PyInit__c(void) { return PyModule_Create(&d); }\n")
    project.write("pyproject.toml", '[build-system]\nrequires = ["setuptools", "pyrx-compiler"]\n')
    environment = fresh()
    environment.pip("install", "-q", "build", "numpy", "pytest")
    environment.run("python", "-m", "build", "--sdist", folder=project.folder)
    environment.pip("install", project.folder / "dist" / "waves-1.0.tar.gz")
    files = "import waves.string as s, waves._window as w, waves._c as c; print(s.__file__, w.__file__, c.__file__)"
    assert all(file.endswith(SUFFIX) for file in environment.python(files).stdout.split())
    shutil.rmtree(project.folder / "src")
    said = environment.run("python", "-m", "pytest", "-q", "tests", folder=project.folder).stdout
    assert "5 passed" in said and "ModuleNotFoundError" in environment.python("import pyrx", status=1).stderr
