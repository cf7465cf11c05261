"""The code blocks of the manual, and how each kind is run.

A page is a folder. Its blocks are taken in order:

- a block whose first line is a comment with a file's name (`# kernel.py`) is that file;
- `python` beginning with `>>>` is a session: each answer must be the one that is shown, and once more where nothing is compiled;
- other `python` and `cython` blocks are modules: where no console of the page builds them, the tests do, and what they print must be the
  same compiled and interpreted.
  `# native`, `# mixed` or `# interpreted` behind a `def` line is what `pyrx check` must say of the function;
- `console` runs each line that begins with `$` in a shell; the lines after it are what it prints, outputs and errors;
- `usage` names a command's options, which must exist;
- `toml`, `json` and `yaml` must parse.

In what is printed, `...` stands for anything. Seconds, ABI tags and the page's folder are not compared. `<!-- not run: reason -->`
above a block keeps it from being run; `<!-- compiled only: reason -->` above a session keeps it from being run interpreted.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

LANGUAGES = {"python", "cython", "console", "usage", "toml", "json", "yaml"}
SUFFIXES = {"python": ".py", "cython": ".pyx"}
FILE = re.compile(r"# ([\w./-]+\.(?:py|pyx|pxd|pyi|toml|yaml|yml))$")
MARK = re.compile(r"<!-- (not run|compiled only): (.*) -->$")


@dataclass
class Block:
    """A fenced block: where it stands, what it holds, and the marks above it."""

    page: str
    line: int
    language: str
    text: str
    marks: dict[str, str] = field(default_factory=dict)

    @property
    def place(self) -> str:
        return f"{self.page}:{self.line}"

    @property
    def is_session(self) -> bool:
        return self.language == "python" and self.text.startswith(">>>")

    @property
    def file(self) -> str | None:
        """The name of the file that the block is."""
        named = FILE.match(self.text.split("\n", 1)[0])
        if named:
            return named[1]
        suffix = None if self.is_session else SUFFIXES.get(self.language)
        return suffix and f"block_{self.line}{suffix}"

    @property
    def is_module(self) -> bool:
        return self.file is not None and self.language in SUFFIXES and self.file.endswith(tuple(SUFFIXES.values()))


def read(page: Path) -> tuple[list[Block], list[str]]:
    """The blocks of a page, and what is wrong with how they are written."""
    blocks, wrong = [], []
    open_block, marks, before = None, {}, ""
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
        if open_block is not None:
            if line == "```":
                blocks.append(open_block)
                open_block = None
            else:
                open_block.text += line + "\n"
            continue
        if line.startswith("```"):
            open_block = Block(page.name, number, line[3:], "", marks)
            if open_block.language not in LANGUAGES and "not run" not in marks:
                wrong.append(f"{open_block.place}: `{open_block.language}` is none of {', '.join(sorted(LANGUAGES))}")
        elif re.match(r" {4}\S|\t| +```", line) and not before:
            wrong.append(f"{page.name}:{number}: code is indented, not fenced")
        mark = MARK.match(line)
        if mark:
            marks = marks | {mark[1]: mark[2]}
        elif line:
            marks = {}
        before = line
    if open_block is not None:
        wrong.append(f"{open_block.place}: the block has no end")
    return blocks, wrong


def commands(block: Block) -> list[tuple[str, str]]:
    """The commands of a console, each with what it prints."""
    found: list[tuple[str, str]] = []
    for line in block.text.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], ""))
        elif found and found[-1][0].endswith("\\"):
            found[-1] = (f"{found[-1][0]}\n{line}", "")
        else:
            assert found, f"{block.place}: a console begins with `$ `"
            found[-1] = (found[-1][0], found[-1][1] + line + "\n")
    return found


def comparable(text: str, folder: Path | None = None) -> str:
    """What is printed, without what varies."""
    if folder:
        text = text.replace(str(folder), "~/demo")
    text = re.sub(r"\b\d+(\.\d+)? (s|sec|msec|usec)\b", "TIME", text)
    text = re.sub(r"\bcpython-3\d+[\w-]*", "ABI", text)
    return re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE).strip("\n")


def matches(shown: str, printed: str, folder: Path | None = None) -> bool:
    parts = comparable(shown).split("...")
    return re.fullmatch(".*".join(map(re.escape, parts)), comparable(printed, folder), re.DOTALL) is not None


def builds(blocks: list[Block], file: str) -> bool:
    """Whether a console builds the file, by itself or with the project that it is in."""
    lines = [command for block in blocks if block.language == "console" for command, _ in commands(block)]
    named = any(re.match(r"pyrx .*\b(build|run|cythonize)\b", line) and file in line.split() for line in lines)
    return named or any(line.startswith("pip wheel ") for line in lines)


def claims(block: Block) -> dict[int, str]:
    """What is said of functions, by the line of the file that their `def` stands in."""
    lines = enumerate(block.text.splitlines(), 1)
    found = ((number, re.search(r"def .*:  # (native|mixed|interpreted)\b", line)) for number, line in lines)
    return {number: match[1] for number, match in found if match}
