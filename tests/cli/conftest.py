"""A user's folder for each test."""

import pytest
from command import KERNEL, Project


@pytest.fixture
def project(tmp_path) -> Project:
    return Project(tmp_path / "project")


@pytest.fixture
def kernel(project) -> Project:
    """A project with a small module."""
    project.write("kernel.py", KERNEL)
    return project
