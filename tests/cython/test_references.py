"""A `.pyx` gives back what it takes: after many calls, references and blocks of memory are where they were."""

import contextlib
import gc
import importlib.machinery
import importlib.util
import itertools
import sys
from pathlib import Path

import numpy as np
import pytest
import toolchain

SOURCE = Path(__file__).parents[1] / "cases" / "references.pyx"
CALLS = 100_000
# One lost block or reference a call of one function would be thousands.
SLACK = 200


@pytest.fixture(scope="module")
def module():
    built = toolchain.build({"references": SOURCE.read_text()}, suffix=".pyx")["references"]
    assert isinstance(built, toolchain.Built), built
    loader = importlib.machinery.ExtensionFileLoader("references", str(built.extension))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("references", loader))
    loader.exec_module(module)
    return module


def test_calls_keep_nothing(module):
    x, matrix, ints = np.arange(8.0), np.ones((2, 3)), np.zeros(3, np.intc)
    records = np.zeros(2, np.dtype([("key", np.intc), ("value", float)]))
    items, table, text, raw = [object() for _ in range(3)], {}, "text", b"bytes"
    numbers = [3.5, 1, True]
    calls = [
        lambda: module.view_argument(x, 2),
        lambda: module.view_argument(x, 8),
        lambda: module.view_result(x),
        lambda: module.view_base(x),
        lambda: module.view_copied(matrix),
        lambda: module.view_kept(x),
        lambda: module.view_none(None),
        lambda: module.view_records(records),
        lambda: module.view_refused(x),
        lambda: module.buffer(x),
        lambda: module.objects(items, table, text, raw),
        lambda: module.into_items(x, numbers),
        lambda: module.into_items(x, items),
        lambda: module.raised(x),
        lambda: module.failing(items, 1),
        lambda: module.struct_both_ways({"x": 1.0, "y": 2}),
        lambda: module.struct_both_ways({"x": 1.0}),
        lambda: module.memory(5),
        lambda: module.fused(ints, 3),
        lambda: module.fused(x, 0.5),
        lambda: module.unlocked(x),
        lambda: module.formatted(3, 0.5),
        lambda: module.keyed(numbers, 2),
        lambda: module.unpacked(1, x, text, n=2, k=x),
    ]
    watched = [x, matrix, ints, records, *items, table, text, raw, numbers, None]

    def run(rounds: int) -> None:
        for call, _ in itertools.product(calls, range(rounds)):
            with contextlib.suppress(IndexError, ValueError, TypeError, AttributeError):
                call()

    run(100)
    gc.collect()
    counts, blocks = [sys.getrefcount(thing) for thing in watched], sys.getallocatedblocks()
    run(CALLS // len(calls) + 1)
    gc.collect()
    after = [sys.getrefcount(thing) for thing in watched]
    assert after[:-1] == counts[:-1]
    assert abs(after[-1] - counts[-1]) < SLACK
    assert sys.getallocatedblocks() - blocks < SLACK
