"""Runs case files quickly: `python tests/cython/one.py tests/cases/cython/x.pyx [...]`.

--oracle    Cython only, and what each call gives
--toml      print the calls that differ as entries of deviations.toml or todo.toml
-v          print what each call gives, also where the worlds agree
"""

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "run"))

import cases
import dialect
import known
import oracle
import session
import toolchain


def told(seen: known.Seen) -> str:
    """One line of what a call did."""
    shown = {part: text for part, text in seen.items() if text and part not in ("arguments", "relations", "place")}
    return "; ".join(f"{part}: {' | '.join(text.splitlines())}" for part, text in shown.items())


def run_oracle(case: cases.CaseFile) -> int:
    """Prints what Cython gives. Returns 1 where it does not build."""
    built = oracle.build([case])[case.name]
    if isinstance(built, toolchain.BuildError):
        print(f"{case.path}: does not build\n{built}")
        return 1
    for call, seen in zip(case.calls, session.run_alone([case], built, [oracle.shared_folder()]), strict=True):
        print(f"{call.line}: {call.label}\n      {told(seen)}")
    return 0


def run_both(case: cases.CaseFile, outcome: dialect.Outcome, options: argparse.Namespace) -> int:
    """Prints the calls that differ, and returns how many."""
    for world, what in (("Cython", outcome.cython), ("pyrx", outcome.pyrx)):
        if isinstance(what, toolchain.BuildError):
            print(f"{case.path}: does not build with {world}\n{what}")
            return len(case.calls)
    if outcome.pyrx is None:
        print(
            f"{case.path}: todo: {dialect.todo(case)}\n" + "\n".join(dialect.errors(dialect.check([case])[case.name]))
        )
        return 0
    bad = 0
    rows = []
    for call, cython, pyrx in zip(case.calls, outcome.cython, outcome.pyrx, strict=True):
        diff = known.judge(case, call, cython, pyrx)
        bad += bool(diff)
        if diff and options.toml:
            rows.append([call.label, known.summary(diff, 0), known.summary(diff, 1)])
        elif diff:
            print(f"{case.path}:{call.line}: {call.label}\n{session.render(diff)}")
        elif options.verbose:
            print(f"{call.line}: {call.label}\n      {told(cython)}")
    if rows:
        lines = "".join(f"    [{', '.join(map(json.dumps, row))}],\n" for row in rows)
        print(f'[[calls]]\ncase = "{case.name}"\nreason = ""\ncalls = [\n{lines}]\n')
    return bad


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--oracle", action="store_true")
    parser.add_argument("--toml", action="store_true")
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    wanted = [cases.read_case(path) for path in options.files]
    if options.oracle:
        bad = sum(map(run_oracle, wanted))
    else:
        found = dialect.outcomes(wanted)
        bad = sum(run_both(case, found[case.name], options) for case in wanted)
    print(f"# {sum(len(case.calls) for case in wanted)} calls, {bad} bad", file=sys.stderr)
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
