"""One browser for all tests, a page for each, and reports of sources written on the spot."""

import sys
from pathlib import Path

import pytest
import sources
from browser import Browser, Page

sys.path.append(str(Path(__file__).resolve().parents[1] / "cli"))
from command import Project  # from the folder named above


@pytest.fixture(scope="session")
def browser(tmp_path_factory):
    browser = Browser(tmp_path_factory.mktemp("chromium"))
    yield browser
    browser.close()


@pytest.fixture
def show(browser):
    """Opens a file in a page of its own, which takes the options of `Page`, and at the end has complained about nothing."""
    pages = []

    def show(file: Path, fragment: str = "", **options) -> Page:
        pages.append(Page(browser, **options))
        return pages[-1].open(file, fragment)

    yield show
    complaints = [complaint for page in pages for complaint in page.complaints()]
    for page in pages:
        page.close()
    assert not complaints


@pytest.fixture
def project(tmp_path) -> Project:
    return Project(tmp_path / "project")


@pytest.fixture
def report(project):
    """Writes a module and its report, and returns the report's path."""

    def report(source: str | bytes, name: str = "module.py", status: int = 0) -> Path:
        project.write(name, source)
        project.pyrx("annotate", "-o", "report.html", "--", name, status=status)
        return project.folder / "report.html"

    return report


@pytest.fixture(scope="session")
def sample(tmp_path_factory) -> Path:
    """The report of a module that has every kind of line."""
    project = Project(tmp_path_factory.mktemp("sample"))
    project.write("sample.py", sources.SAMPLE)
    project.pyrx("annotate", "sample.py")
    return project.folder / "sample.html"
