"""A user's folder for each test, and a Python that finds the package of this tree and the command under test."""

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).resolve().parents[1] / "cli"))

from command import Project, binary


@pytest.fixture
def project(tmp_path) -> Project:
    project = Project(tmp_path / "project")
    project.env["PYRX"] = str(binary())
    # What pyrx generates compiles, or the test fails.
    project.env["PYRX_STRICT_INTERNAL"] = "1"
    return project
