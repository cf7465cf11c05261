"""What valgrind watches: makes the calls of case files, and tells of each how many errors there were before it.

    memcheck_worker.py WANTED TOLD XML

`WANTED` is JSON, a list of `[extension, case file, [numbers of its calls]]`; `TOLD` gets a line of JSON for each call; valgrind
writes to `XML`.
"""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "run"))

import cases
import outcome
import worker


def main() -> None:
    wanted, told, xml = sys.argv[1:]
    with open(told, "w", buffering=1) as report, open(xml, errors="replace") as found:
        errors = 0

        def begin(what: str) -> None:
            nonlocal errors
            errors += found.read().count("<error>")
            report.write(json.dumps({"begin": what, "errors": errors}) + "\n")

        for extension, path, numbers in json.loads(Path(wanted).read_text()):
            case = cases.read_case(Path(path))
            begin(f"{case.name}: import")
            world = worker.load(Path(extension))
            for number in numbers:
                call = case.calls[number]
                begin(f"{case.name}:{call.line}: {call.label}")
                outcome.seen_alone(call, world)
        report.write('{"ended": true}\n')


if __name__ == "__main__":
    main()
