"""Pointers, structs, C arrays, views and buffers under valgrind: nothing is read, written or freed that must not be.

`PYRX_MEMCHECK=all` makes every call of every case file of the dialect, which takes a while.
"""

import os
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path

import cases
import dialect
import known
import memcheck
import pytest
import toolchain

# The cases about memory; one call of each of their lines is made.
CHOSEN = (
    "bytes_of_c",
    "c_arrays",
    "c_arrays_filled",
    "capi_buffers",
    "capi_functions",
    "converted_at_calls",
    "libc_stdio_more",
    "lifetimes",
    "mallocs",
    "numpy_functions",
    "pointers",
    "pointers_into_temporaries",
    "python_arrays",
    "old_buffers",
    "structs",
    "texts_returned",
    "unions",
    "view_arrays",
    "views_basic",
    "views_copies",
    "views_from_objects",
    "views_none",
    "views_objects",
    "views_pointers",
    "views_records",
    "views_slices",
    "views_structs",
)
SEEDED = Path(__file__).parents[1] / "cases" / "memory_errors.pyx"
ALL = os.environ.get("PYRX_MEMCHECK") == "all"
AT_ONCE = 2
# How many processes make all calls.
PROCESSES = 24 if ALL else AT_ONCE


def _calls(case: cases.CaseFile) -> tuple[int, ...]:
    """The numbers of the calls to make: all of them, or the first of each line."""
    return tuple(range(len(case.calls))) if ALL else tuple(start for start, _, _ in cases.lines_of_calls(case))


def _wanted() -> list[cases.CaseFile]:
    built = [case for case in dialect.read_all() if dialect.todo(case) is None and case.name not in known.builds()]
    return [case for case in built if ALL or case.name in CHOSEN]


@pytest.fixture(scope="module")
def found() -> list[str]:
    """What valgrind finds in the seeded module and in the cases; starting takes long, so that few processes make all calls."""
    wanted = [cases.read_case(SEEDED), *_wanted()]
    built = dialect.build(wanted)
    refused = [str(module) for module in built.values() if isinstance(module, toolchain.BuildError)]
    assert not refused, "\n".join(refused)
    watched = [memcheck.Watched(case, built[case.name], _calls(case)) for case in wanted]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(chain(*pool.map(memcheck.errors, [watched[part::PROCESSES] for part in range(PROCESSES)])))


def test_wrong_programs_are_found(found):
    """Each function of the seeded module has an error of the kind that its name ends in."""
    for call in cases.read_case(SEEDED).calls:
        kind = call.text.partition("(")[0].rpartition("_")[2]
        mine = [text for text in found if text.startswith(f"{SEEDED.stem}:{call.line}: ")]
        assert any(f": {kind}: " in text for text in mine), f"{call.text}: {mine}"


def test_memory_is_used_rightly(found):
    wrong = [text for text in found if not text.startswith(SEEDED.stem)]
    assert not wrong, "\n".join(wrong)
