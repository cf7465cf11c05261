"""Writes random typed modules and compares what they do compiled with what they do interpreted.

    python generate.py write SEED            prints a module
    python generate.py run SEED COUNT        builds and compares COUNT modules, prints what differs
    ... SEED COUNT TOPIC...                  of functions of these topics only; `all` is every topic
    python generate.py file MODULE.py        compares a module of one's own; its calls are in the list CALLS of argument texts

Needs numpy and maturin in the running Python; PYRX names the compiler, FUZZ_DIR the folder for its work.
A call is a text for `eval`, where `P0`, `P1`... stand for the arguments before. Deviations of docs/manual/semantics.md that a
comparison can recognise (an int that is an equal float, OverflowError past 64 bits) are counted, not shown.
"""

import ast
import os
import sys
from pathlib import Path

from modules import module
from runs import DIR, run_module, worker
from topics import TOPICS


def chosen(names):
    return list(TOPICS) if names == ["all"] else names


def main():
    what = sys.argv[1]
    if what == "write":
        print(module(int(sys.argv[2]), topics=chosen(sys.argv[3:]))[0])
    elif what == "worker":
        worker(sys.argv[2], sys.argv[3])
    elif what == "file":
        name = os.path.basename(sys.argv[2])[:-3]
        text = Path(sys.argv[2]).read_text()
        tree = [n for n in ast.parse(text).body if isinstance(n, ast.Assign) and getattr(n.targets[0], "id", "") == "CALLS"]
        calls = ast.literal_eval(tree[0].value)
        found, log = run_module(DIR, name, text, calls)
        print(log)
        for f in found:
            print(f[1], f[2], f[3], "\n   expected", f[4], "\n   actual  ", f[5])
    else:
        seed, count = int(sys.argv[2]), int(sys.argv[3])
        for s in range(seed, seed + count):
            text, calls = module(s, topics=chosen(sys.argv[4:]))
            name = "_".join([f"m{s}", *sys.argv[4:]])
            found, log = run_module(DIR, name, text, calls)
            Path(f"{DIR}/{name}.log").write_text(log)
            seen = set()
            print("== seed", s, [x for x in log.splitlines() if " native" in x], {k: sum(f[1] == k for f in found) for k in {f[1] for f in found}}, flush=True)
            for f in found:
                if f[1].startswith("dev") or (f[1], f[2]) in seen:
                    continue
                seen.add((f[1], f[2]))
                print(f[1], f[2], f[3], "\n   expected", f[4], "\n   actual  ", f[5], flush=True)


if __name__ == "__main__":
    main()
