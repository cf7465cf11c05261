"""Makes the calls of case files, in a process of its own so that a crash costs one call.

    worker.py REPORT_FD ORACLE EXTENSION START CASE...      in both worlds, and compares them
    worker.py REPORT_FD - EXTENSION START CASE...           in one world, and tells what was seen

One line of JSON per event to the file descriptor: `{"begin": n}` before a call and `{"end": n, "diff": {...}}` (of one world
`"seen"`) after it, n counting through the case files. `ORACLE` and `EXTENSION` are paths; an `EXTENSION` that ends in .py is
imported as Python.
"""

import faulthandler
import importlib.util
import json
import os
import sys
from pathlib import Path

import cases
import outcome


def load(path: Path) -> outcome.World:
    """Imports a module from a file under its plain name."""
    name = path.name.split(".")[0]
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return outcome.World(module, f"{name}.py")


def main() -> None:
    faulthandler.enable()
    report = os.fdopen(int(sys.argv[1]), "w", buffering=1)

    def say(**event: object) -> None:
        report.write(json.dumps(event) + "\n")

    alone = sys.argv[2] == "-"
    compiled = load(Path(sys.argv[3]))
    oracle = compiled if alone else load(Path(sys.argv[2]))
    python = type(main)
    kept = [name for name, value in vars(oracle.module).items() if type(value) is python]
    say(python=[name for name in kept if type(getattr(compiled.module, name, None)) is python])
    calls = [call for path in sys.argv[5:] for call in cases.read_case(Path(path)).calls]
    for number in range(int(sys.argv[4]), len(calls)):
        say(begin=number)
        if alone:
            say(end=number, seen=outcome.seen_alone(calls[number], compiled))
        else:
            say(end=number, diff=outcome.compare(calls[number], oracle, compiled))


if __name__ == "__main__":
    main()
