"""Every code block of the manual does what the page says; `manual_blocks` tells how each kind is run."""

import json
import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import manual_blocks
import pytest
from command import ROOT, TIMEOUT, Project, binary
from manual_blocks import Block

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs" / "manual").glob("*.md"))]
# whose programs other tests run
ELSEWHERE = {"errors.md": "test_explain.py"}
READ = {page.name: manual_blocks.read(page) for page in PAGES if page.name not in ELSEWHERE}
BLOCKS = {name: [block for block in blocks if "not run" not in block.marks] for name, (blocks, _) in READ.items()}
MOST_NOT_RUN = 15

SESSION = """\
import doctest, sys
text = sys.stdin.read()
test = doctest.DocTestParser().get_doctest(text, {"__name__": "__main__"}, sys.argv[1], sys.argv[1], 0)
failed, _ = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test)
sys.exit(failed > 0)
"""
PRINTED = "import importlib, sys; sys.path.insert(0, ''); importlib.import_module(sys.argv[1])"


class Page:
    """The folder of a page's files."""

    def __init__(self, folder: Path, name: str):
        self.project = Project(folder)
        self.blocks = BLOCKS[name]
        commands = folder.parent / "commands"
        commands.mkdir(exist_ok=True)
        if not (commands / "pyrx").exists():
            (commands / "pyrx").symlink_to(binary())
        env = self.project.env
        env["PATH"] = os.pathsep.join([str(commands), str(Path(sys.executable).parent), env["PATH"]])
        env["PYTHONPATH"] = os.pathsep.join([str(ROOT / "python"), str(Path(__file__).parent / "stand_ins")])
        # of timeit, on a busy machine
        env |= {"PYTHONWARNINGS": "ignore::UserWarning"}
        env |= {"NO_COLOR": "1", "COLUMNS": "120", "HOME": str(folder)}
        # what HOME would have told
        env.setdefault("CARGO_HOME", str(Path.home() / ".cargo"))
        env.setdefault("RUSTUP_HOME", str(Path.home() / ".rustup"))
        env.setdefault("PYRX_CACHE_DIR", str(Path.home() / ".cache" / "pyrx"))

    def write(self, block: Block):
        self.project.write(block.file, block.text)

    def run(self, command, **more) -> subprocess.CompletedProcess:
        return subprocess.run(
            command,
            cwd=self.project.folder,
            env=self.project.env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=TIMEOUT,
            check=False,
            **more,
        )

    def console(self, block: Block):
        for command, shown in manual_blocks.commands(block):
            printed = self.run(["bash", "-c", command]).stdout
            agree = manual_blocks.matches(shown, printed, self.project.folder)
            assert agree, f"{block.place}\n$ {command}\n{printed}--- the manual shows\n{shown}"

    def session(self, block: Block, how: str):
        done = self.run([sys.executable, "-c", SESSION, block.place], input=block.text)
        assert done.returncode == 0, f"{how}\n{done.stdout}"

    def printed(self, file: str) -> str:
        """What importing a module prints."""
        module = file.removesuffix(".py").replace("/", ".")
        done = self.run([sys.executable, "-c", PRINTED, module])
        assert done.returncode == 0, f"{self.project.folder.name}: {file}\n{done.stdout}"
        return done.stdout


@pytest.mark.parametrize("name", READ)
def test_blocks_are_written_as_agreed(name):
    assert not READ[name][1], "\n".join(READ[name][1])


def test_other_pages_have_tests():
    for page in PAGES:
        if page.name in ELSEWHERE:
            assert page.name in (Path(__file__).parent / ELSEWHERE[page.name]).read_text(encoding="utf-8")


def test_few_blocks_are_not_run(capsys):
    skipped = [block for blocks, _ in READ.values() for block in blocks if "not run" in block.marks]
    with capsys.disabled():
        print("\nblocks of the manual that are not run:")
        for block in skipped:
            print(f"  {block.place}: {block.marks['not run']}")
    assert len(skipped) <= MOST_NOT_RUN


@pytest.mark.parametrize("name", [name for name, blocks in BLOCKS.items() if blocks])
def test_sessions_and_consoles(name, tmp_path):
    """In order, as a reader would type them."""
    page = Page(tmp_path / "demo", name)
    for block in page.blocks:
        if block.file:
            page.write(block)
        elif block.language == "console":
            page.console(block)
        elif block.is_session:
            page.session(block, "compiled")


@pytest.mark.parametrize("name", [name for name, blocks in BLOCKS.items() if any(b.is_session for b in blocks)])
def test_sessions_interpreted(name, tmp_path):
    """The same answers where nothing is compiled."""
    page = Page(tmp_path / "demo", name)
    for block in page.blocks:
        if block.file:
            page.write(block)
        elif block.is_session and "compiled only" not in block.marks:
            page.session(block, "interpreted")


def test_modules(tmp_path):
    """Those that no console builds, all in one go."""
    compiled, interpreted = {}, {}
    modules = {name: modules_of(blocks) for name, blocks in BLOCKS.items()}
    for name in filter(modules.get, modules):
        for pages, kind in ((compiled, "compiled"), (interpreted, "interpreted")):
            pages[name] = Page(tmp_path / kind / name.removesuffix(".md"), name)
            for block in filter(lambda block: block.file, BLOCKS[name]):
                pages[name].write(block)
    paths = [str(page.project.folder / file) for name, page in compiled.items() for file in modules[name]]
    project = next(iter(compiled.values())).project
    # in two processes: rustc spends most of its time on one thread
    halves = [project.start("build", "-q", *half) for half in (paths[::2], paths[1::2])]
    for said, half in [(half.communicate(timeout=TIMEOUT), half) for half in halves]:
        assert half.returncode == 0, "".join(said)
    for name, page in compiled.items():
        for file in modules[name]:
            if file.endswith(".py"):
                assert page.printed(file) == interpreted[name].printed(file), f"{name}: {file}"


def modules_of(blocks: list[Block]) -> list[str]:
    """The files that are compiled because no console does."""
    files = dict.fromkeys(block.file for block in blocks if block.is_module)
    return [file for file in files if not manual_blocks.builds(blocks, file)]


def test_levels(tmp_path):
    """`# native` behind a `def` line is what `pyrx check` says."""
    seen = 0
    for name, blocks in BLOCKS.items():
        for block in blocks:
            claims = manual_blocks.claims(block) if block.is_module else {}
            if not claims:
                continue
            page = Page(tmp_path / f"page_{len(list(tmp_path.iterdir()))}", name)
            page.write(block)
            said = json.loads(page.project.pyrx("check", "--output-format", "json", block.file).stdout)
            levels = {function["first_line"]: function["level"] for function in said["modules"][0]["functions"]}
            assert claims == {line: levels.get(line) for line in claims}, block.place
            seen += len(claims)
    assert seen


@pytest.mark.parametrize("name", BLOCKS)
def test_usage_and_data(name, project):
    for block in BLOCKS[name]:
        match block.language:
            case "toml":
                tomllib.loads(block.text)
            case "json":
                json.loads(block.text)
            case "yaml":
                import yaml

                yaml.safe_load(block.text)
            case "usage":
                for line in block.text.splitlines():
                    has_options(project, block, line)


def has_options(project: Project, block: Block, line: str):
    program, command, *_ = shlex.split(line)
    assert program == "pyrx", block.place
    said = project.pyrx(command, "--help").stdout
    for option in re.findall(r"(?<![\w-])--?[a-z][\w-]*", line):
        assert re.search(rf"(?<![\w-]){re.escape(option)}(?![\w-])", said), f"{block.place}: no option {option}"


def test_settings_of_packages():
    """`[tool.pyrx]` tables have keys that exist."""
    sys.path.insert(0, str(ROOT / "python"))
    from pyrx._build import settings

    tables = [
        tomllib.loads(block.text).get("tool", {}).get("pyrx")
        for blocks in BLOCKS.values()
        for block in blocks
        if block.language == "toml"
    ]
    tables = [table for table in tables if table]
    assert tables
    for table in tables:
        settings.read(table, {})
