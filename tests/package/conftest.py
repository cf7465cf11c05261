"""Environments for the tests that install."""

import pytest
from environments import Environment, pyrx_wheel, pythons


@pytest.fixture(scope="session")
def links(tmp_path_factory):
    """A folder with pyrx as a wheel."""
    folder = tmp_path_factory.mktemp("links")
    pyrx_wheel(folder)
    return folder


@pytest.fixture
def fresh(tmp_path, links):
    """A fresh environment of a version of Python."""
    own = next(iter(pythons()))
    return lambda version=own: Environment(tmp_path / f"env-{version}", pythons()[version], links)
