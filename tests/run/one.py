"""Runs case files quickly: `python tests/run/one.py tests/cases/run/x.py [...]`.

--oracle    without a compiler: CPython against itself, and what each call gives
-v          print what each call gives, also where the worlds agree
"""

import argparse
import sys
import tempfile
from pathlib import Path

import bundles
import cases
import session
import toolchain
import worker


def run_oracle(case: cases.CaseFile, verbose: bool) -> int:
    """Checks that CPython agrees with itself and prints what it gives."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{case.name}.py"
        path.write_text(case.source, encoding="utf-8")
        result = session.run_cases([case], path, path)
        bad = 0
        world = worker.load(path)
        for call, diff in zip(case.calls, result.calls, strict=True):
            if diff and call.expectation is None:
                bad += 1
                print(f"{case.path}:{call.line}: {call.label}: not deterministic\n{session.render(diff)}")
            elif diff and {"import", "process"} & diff.keys():
                bad += 1
                print(f"{case.path}:{call.line}: {call.label}\n{session.render(diff)}")
            if verbose:
                print_outcome(call, world.run(call))
    return bad


def print_outcome(call: cases.Call, seen: dict[str, str]) -> None:
    shown = {part: text for part, text in seen.items() if text and part != "arguments"}
    text = "; ".join(
        " | ".join(value.splitlines()) if part == "result" else f"{part}: {' | '.join(value.splitlines())}"
        for part, value in shown.items()
    )
    mark = f"   <{call.expectation.kind}>" if call.expectation else ""
    print(f"{call.line}: {call.label}{mark}\n      {text}")


def run_compiled(case: cases.CaseFile, verbose: bool) -> int:
    """Builds one case and prints the calls that differ. Returns how many."""
    bundle = bundles.single(case)
    try:
        built = toolchain.build_one(bundle.name, bundle.source, stub=bundle.stub)
    except toolchain.BuildError as error:
        print(f"{case.path}: does not build\n{error}")
        return len(case.calls)
    result = session.run_cases([case], built.oracle, built.extension)
    bad = 0
    world = worker.load(built.oracle) if verbose else None
    for call, diff in zip(case.calls, result.calls, strict=True):
        if diff:
            bad += 1
            print(f"{case.path}:{call.line}: {call.label}\n{session.render(diff)}")
        elif world is not None:
            print_outcome(call, world.run(call))
    try:
        levels = toolchain.levels(case.path)
    except toolchain.BuildError as error:
        print(error)
        return bad + 1
    for name, level in case.levels.items():
        if level not in ("any", levels.get(name)):
            bad += 1
            print(f"{case.path}: {name} is {levels.get(name)}, expected {level}")
    return bad


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--oracle", action="store_true")
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    sys.path.insert(0, str(toolchain.ROOT / "python"))
    bad = calls = 0
    for path in options.files:
        case = cases.read_case(path)
        calls += len(case.calls)
        bad += (run_oracle if options.oracle else run_compiled)(case, options.verbose)
    print(f"{calls} calls, {bad} bad")
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
