"""Runs case files quickly: `python tests/cython/one.py tests/cases/cython/x.pyx [...]`.

--oracle    Cython only, and what each call gives
--toml      print the calls that differ and are not known as entries of deviations.toml or todo.toml
--prune     take the calls that no longer differ out of these files
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


def say(text: str, options: argparse.Namespace) -> None:
    """Prints; beside TOML as comments."""
    print("".join(f"# {line}\n" for line in text.splitlines()) if options.toml else text)


def run_both(case: cases.CaseFile, outcome: dialect.Outcome, options: argparse.Namespace) -> int:
    """Prints the calls that differ, and returns how many."""
    for world, what in (("Cython", outcome.cython), ("pyrx", outcome.pyrx)):
        if isinstance(what, toolchain.BuildError):
            say(f"{case.path}: does not build with {world}\n{what}", options)
            return len(case.calls)
    if outcome.pyrx is None:
        lines = dialect.errors(dialect.check([case])[case.name])
        say("\n".join([f"{case.path}: todo: {dialect.todo(case)}", *lines]), options)
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
        lines = "".join(f"    [{', '.join(json.dumps(part, ensure_ascii=False) for part in row)}],\n" for row in rows)
        print(f'[[calls]]\ncase = "{case.name}"\nreason = ""\ncalls = [\n{lines}]\n')
    return bad


def same(case: cases.CaseFile, outcome: dialect.Outcome) -> set[tuple[str, str]]:
    """The calls of a case that do not differ."""
    if not isinstance(outcome.cython, list) or not isinstance(outcome.pyrx, list):
        return set()
    pairs = zip(case.calls, outcome.cython, outcome.pyrx, strict=True)
    return {(case.name, call.label) for call, one, other in pairs if not known.differing(case, one, other)}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--oracle", action="store_true")
    parser.add_argument("--toml", action="store_true")
    parser.add_argument("--prune", action="store_true")
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    wanted = [cases.read_case(path) for path in options.files]
    if options.oracle:
        bad = sum(map(run_oracle, wanted))
    else:
        found = dialect.outcomes(wanted)
        if options.prune:
            known.prune(set().union(*(same(case, found[case.name]) for case in wanted)))
            known.forget()
        bad = sum(run_both(case, found[case.name], options) for case in wanted)
    print(f"# {sum(len(case.calls) for case in wanted)} calls, {bad} bad", file=sys.stderr)
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
