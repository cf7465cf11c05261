"""Builds the hand-written sample extension once and loads it beside its interpreted original."""

import importlib.machinery
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
import types
import warnings
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[2] / "runtime" / "tests" / "sample"


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """A folder with the extension and, beside it, its source."""
    target = os.environ.get("CARGO_TARGET_DIR") or str(tmp_path_factory.mktemp("target"))
    environment = {
        **os.environ,
        "CARGO_TARGET_DIR": target,
        "PYO3_PYTHON": sys.executable,
        "PYO3_BUILD_EXTENSION_MODULE": "1",
    }
    command = ["cargo", "build", "--release", "--quiet", "--manifest-path", SAMPLE / "Cargo.toml"]
    subprocess.run(command, check=True, env=environment)
    out = tmp_path_factory.mktemp("sample")
    library = Path(target, "release", "libsample.dylib" if sys.platform == "darwin" else "libsample.so")
    shutil.copy(library, out / ("sample" + sysconfig.get_config_var("EXT_SUFFIX")))
    shutil.copy(SAMPLE / "sample.py", out)
    return out


@pytest.fixture(scope="session")
def compiled(folder):
    """The extension; it stays in `sys.modules` for pickling."""
    sys.path.insert(0, str(folder))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        import sample
    sample.import_warnings = [str(warning.message) for warning in caught]
    return sample


@pytest.fixture(scope="session")
def interpreted(folder, compiled):
    """The same source, interpreted, under the same name and file."""
    numba = types.ModuleType("numba")
    numba.njit = lambda **options: lambda function: function
    pyrx = types.ModuleType("pyrx")
    pyrx.prange = range
    loader = importlib.machinery.SourceFileLoader("sample", str(folder / "sample.py"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("sample", loader))
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "numba", numba)
        patch.setitem(sys.modules, "pyrx", pyrx)
        loader.exec_module(module)
    return module


@pytest.fixture
def python(folder):
    """Runs a script in a fresh interpreter that finds the extension; gives its output."""

    def run(script, folder=folder, **environment):
        done = subprocess.run(
            [sys.executable, "-c", script],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(folder), **environment},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout, done.stderr

    return run
