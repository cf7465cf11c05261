"""Installing, as users do: each test in fresh environments, with pip and whatever it downloads."""

import shutil

import pytest
from environments import pythons
from projects import EXAMPLE, Tree

pytestmark = pytest.mark.network

FILES = (
    "import waves.string as s, waves._window as w, waves.grid.membrane as m; print(s.__file__, w.__file__, m.__file__)"
)


@pytest.fixture
def project(tmp_path):
    return Tree(tmp_path / "project").copy(EXAMPLE)


def check_installed(environment, project):
    """The package passes its own tests, compiled, where pyrx is not."""
    assert "ModuleNotFoundError" in environment.python("import pyrx", status=1).stderr
    files = environment.python(FILES).stdout.split()
    assert len(files) == 3 and all(file.endswith(".so") and "site-packages" in file for file in files)
    environment.pip("install", "-q", "pytest")
    said = environment.run("python", "-m", "pytest", "-q", "tests", folder=project.folder).stdout
    assert "5 passed" in said
    assert len(environment.run("waves", 10).stdout.strip()) == 64
    environment.pip("check")


@pytest.mark.parametrize("version", pythons())
def test_pip_install(fresh, project, version):
    environment = fresh(version)
    environment.pip("install", project.folder)
    check_installed(environment, project)
    # Nothing was left among the sources, and nothing is left behind.
    assert not list(project.folder.rglob("*.so"))
    environment.pip("uninstall", "-y", "pyrx-example-waves")
    assert "ModuleNotFoundError" in environment.python("import waves", status=1).stderr


def test_pip_install_without_isolation(fresh, project):
    environment = fresh()
    environment.pip("install", "-q", "pyrx-compiler", "numpy")
    environment.pip("install", "--no-build-isolation", project.folder)
    environment.pip("uninstall", "-q", "-y", "pyrx-compiler", "maturin")
    check_installed(environment, project)


def test_pip_install_editable(fresh, project):
    environment = fresh()
    environment.pip("install", "-q", "pyrx-compiler", "pytest")
    environment.pip("install", "-e", project.folder)
    said = environment.run("python", "-m", "pytest", "-q", "tests", folder=project.folder).stdout
    assert "5 passed" in said
    loaders = (
        "import waves.string as s, waves.cli as c; print(type(s.__loader__).__name__, type(c.__loader__).__name__)"
    )
    assert environment.python(loaders).stdout.split() == ["Loader", "SourceFileLoader"]
    source = project.folder / "src" / "waves" / "string.py"
    source.write_text(source.read_text().replace("total = 0.0", "total = 1.0"))
    call = "import numpy as np, waves; print(waves.energy(np.zeros(4), np.zeros(4), 0.5))"
    assert environment.python(call).stdout.strip() == "1.0"
    assert environment.python(loaders).stdout.split()[0] == "Loader"
    environment.pip("uninstall", "-y", "pyrx-example-waves")
    assert "ModuleNotFoundError" in environment.python("import waves", status=1).stderr


def test_an_isolated_editable_install(fresh, project):
    """pyrx is gone after the install: what was compiled is used, what is changed runs interpreted."""
    environment = fresh()
    environment.pip("install", "-e", project.folder)
    call = "import waves.string as s; print(type(s.__loader__).__name__)"
    assert environment.python(call).stdout.strip() == "Loader"
    source = project.folder / "src" / "waves" / "grid" / "membrane.py"
    source.write_text(source.read_text().replace("import pyrx\n", "").replace("pyrx.float64[:, ::1]", "object"))
    done = environment.python("import waves.grid.membrane as m; print(type(m.__loader__).__name__)")
    assert done.stdout.strip() == "SourceFileLoader" and "pip install pyrx-compiler" in done.stderr


def test_python_m_build_and_its_source_distribution(fresh, project, tmp_path):
    environment = fresh()
    environment.pip("install", "-q", "build")
    environment.run("python", "-m", "build", folder=project.folder)
    wheel, source = sorted((project.folder / "dist").iterdir())
    assert wheel.name.endswith(".whl") and source.name == "pyrx_example_waves-0.1.0.tar.gz"
    shutil.rmtree(environment.folder)
    environment = fresh()
    environment.pip("install", source)
    check_installed(environment, project)


def test_uv_build(fresh, project, links):
    environment = fresh()
    environment.pip("install", "-q", "uv")
    environment.env["UV_FIND_LINKS"] = str(links)
    environment.run("uv", "build", "--python", environment.folder / "bin" / "python", folder=project.folder)
    wheel, source = (path for path in sorted((project.folder / "dist").iterdir()) if path.name != ".gitignore")
    assert source.name == "pyrx_example_waves-0.1.0.tar.gz"
    environment.pip("install", wheel)
    check_installed(environment, project)


def test_a_pure_wheel(fresh, project):
    environment = fresh()
    environment.env["PYRX_DISABLE"] = "1"
    environment.pip("install", project.folder)
    # Sources that import pyrx need it.
    environment.pip("install", "-q", "pyrx-compiler", "pytest")
    said = environment.run("python", "-m", "pytest", "-q", "tests", folder=project.folder).stdout
    assert "4 passed, 1 skipped" in said
    assert environment.python("import waves.string as s; print(s.__file__)").stdout.strip().endswith("string.py")
