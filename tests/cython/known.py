r"""What is known to differ from Cython, call by call, in two data files of tests/cases/cython.

`deviations.toml` has what differs on purpose, `todo.toml` what is wrong in pyrx for now:

    [reasons]
    float_to_int = "a float for a C integer is an error, not cut off"

    [[calls]]
    case = "integers_in"
    reason = "float_to_int"
    calls = [["as_int(1.5)", "result: int 1", "raised: TypeError: ..."]]

    [[texts]]
    cython = 'IndexError: Out of bounds on buffer access \(axis (\d)\)'
    pyrx = 'IndexError: index -?\d+ is out of bounds for axis \d with size \d+'
    reason = "index_text"

`[[texts]]` are regular expressions for calls that raise in both worlds and differ in nothing else (groups of the first may
be named in the second). Each of `[[calls]]` has what Cython gives and what pyrx gives; in `todo.toml` the latter may be "" (anything but Cython's).
`[[builds]]` of `todo.toml` has cases that do not build with pyrx, or do not import, for a reason other than P0105: `case`
and `said`, a list of words: each error has one of them.
What is listed and does not differ is an error, so that both files stay true.
"""

import functools
import json
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from cases import Call, CaseFile

FOLDER = Path(__file__).resolve().parents[1] / "cases" / "cython"
FILES = ("deviations.toml", "todo.toml")
NO_FRAME = "no frame of the module"

Seen = dict[str, str]


@dataclass(frozen=True)
class Entry:
    """One call that is known to differ."""

    file: str
    case: str
    call: str
    cython: str
    pyrx: str
    reason: str


@functools.cache
def _data(file: str) -> dict:
    return tomllib.loads((FOLDER / file).read_text(encoding="utf-8"))


@functools.cache
def entries() -> dict[tuple[str, str], Entry]:
    """By case and call. Raises ValueError where a file does not keep to the format."""
    found: dict[tuple[str, str], Entry] = {}
    for file in FILES:
        data = _data(file)
        for table in data.get("calls", []):
            reason = data["reasons"][table["reason"]]
            for call, cython, pyrx in table["calls"]:
                entry = Entry(file, table["case"], call, cython, pyrx, reason)
                if (entry.case, call) in found or (not pyrx and file != "todo.toml"):
                    raise ValueError(f"{file}: {entry.case}: {call}: listed twice, or without what pyrx gives")
                found[entry.case, call] = entry
    return found


@functools.cache
def texts() -> dict[str, re.Pattern]:
    """The regular expressions for two lines, Cython's and pyrx's, by what a reader may call them."""
    return {
        f"{file}: {rule['cython']} / {rule['pyrx']}": re.compile(f"{rule['cython']}\n{rule['pyrx']}")
        for file in FILES
        for rule in _data(file).get("texts", [])
        if _data(file)["reasons"][rule["reason"]]
    }


def text_rule(diff: dict[str, tuple[str, str]]) -> str | None:
    """The rule that knows the difference."""
    if diff.keys() != {"raised"}:
        return None
    both = "\n".join(diff["raised"])
    return next((name for name, rule in texts().items() if rule.fullmatch(both)), None)


@functools.cache
def builds() -> dict[str, list[str]]:
    """Cases that do not build with pyrx, and words of what it says: of each error one of them."""
    return {table["case"]: table["said"] for table in _data("todo.toml").get("builds", [])}


def knows_build(name: str, said: str) -> bool:
    """Whether what pyrx says of a case that does not build is known."""
    return any(words in said for words in builds().get(name, []))


def differing(case: CaseFile, cython: Seen, pyrx: Seen) -> dict[str, tuple[str, str]]:
    """The parts that differ, as (expected, got)."""
    parts = [part for part in {**cython, **pyrx} if part != "place" or not _same_place(case, cython, pyrx)]
    return {
        part: (cython.get(part, ""), pyrx.get(part, "")) for part in parts if cython.get(part, "") != pyrx.get(part, "")
    }


def _same_place(case: CaseFile, cython: Seen, pyrx: Seen) -> bool:
    """Both name the line, or pyrx none where Cython names the `def` whose arguments were refused."""
    one, other = cython.get("place", ""), pyrx.get("place", "")
    if one == other or "raised" not in pyrx or cython.get("raised") != pyrx["raised"]:
        return True
    words = one.split()
    if other != NO_FRAME or words[:1] != ["line"]:
        return False
    line = case.source.splitlines()[int(words[1]) - 1].strip()
    return line.startswith(("def ", "cpdef ", "@"))


def summary(diff: dict[str, tuple[str, str]], side: int) -> str:
    """One world's parts of a difference as the data files have them."""
    return "\n".join(f"{part}: {texts[side]}" for part, texts in diff.items())


def judge(case: CaseFile, call: Call, cython: Seen, pyrx: Seen) -> dict[str, tuple[str, str]]:
    """What differs and is not known, or is known and does not differ so."""
    diff = differing(case, cython, pyrx)
    entry = entries().get((case.name, call.label))
    if entry is None:
        return {} if text_rule(diff) else diff
    if not diff:
        return {entry.file: (entry.reason, "no difference: the entry must go")}
    have = (summary(diff, 0), summary(diff, 1))
    want = (entry.cython, entry.pyrx or have[1])
    return (
        {} if have == want else {f"{entry.file}, {part}": pair for part, *pair in zip(("cython", "pyrx"), want, have)}
    )


def prune(gone: set[tuple[str, str]]) -> None:
    """Takes the calls out of the data files."""
    for file in FILES:
        kept, case = [], ""
        for line in (FOLDER / file).read_text(encoding="utf-8").splitlines(keepends=True):
            case = json.loads(line.partition("=")[2]) if line.startswith("case = ") else case
            if not line.startswith("    [") or (case, json.loads(line.strip().rstrip(","))[0]) not in gone:
                kept.append(line)
        text = re.sub(r"\n\[\[calls\]\]\n.*\n.*\ncalls = \[\n\]\n", "", "".join(kept))
        (FOLDER / file).write_text(text, encoding="utf-8")


def forget() -> None:
    """Reads the data files anew."""
    for cached in (_data, entries, texts, builds):
        cached.cache_clear()
