"""Every call of tests/cases/run does, compiled, what CPython with NumPy does."""

import functools
from pathlib import Path

import bundles
import cases
import pytest
import session
import toolchain

FOLDER = Path(__file__).resolve().parents[1] / "cases" / "run"
CASES = [cases.read_case(path) for path in sorted(FOLDER.glob("*.py"))]
BUNDLES = bundles.pack(CASES)
SHOWN = 5
INTERNAL = "called from Python it runs as written"
BUNDLE_OF = {case.name: bundle for bundle in BUNDLES for case in bundle.cases}


@pytest.fixture(scope="session")
def wanted(request) -> list[str]:
    """Names of the case files that the selected tests need."""
    chosen = (
        item.callspec.params["case"].name
        for item in request.session.items
        if item.path == Path(__file__) and hasattr(item, "callspec") and "case" in item.callspec.params
    )
    return sorted(set(chosen))


@pytest.fixture(scope="session")
def outcomes(wanted):
    """A function from a case to its results: one build command for all that is wanted, each bundle run once."""
    needed = {BUNDLE_OF[name].name: BUNDLE_OF[name] for name in wanted}
    built = toolchain.build(
        {name: bundle.source for name, bundle in needed.items()},
        stubs={name: bundle.stub for name, bundle in needed.items()},
    )
    results: dict[str, session.Result | toolchain.BuildError] = {}

    def run(bundle: bundles.Bundle, module: toolchain.Built) -> None:
        result = session.run_cases(bundle.cases, module.oracle, module.extension)
        at = 0
        for case in bundle.cases:
            results[case.name] = session.Result(result.calls[at : at + len(case.calls)], result.python)
            at += len(case.calls)

    @functools.cache
    def fill(name: str) -> None:
        bundle, module = needed[name], built[name]
        if isinstance(module, toolchain.Built):
            run(bundle, module)
            return
        for case in bundle.cases:
            own = module if len(bundle.cases) == 1 else toolchain.build({case.name: case.source}, stubs={case.name: case.stub})[case.name]
            if isinstance(own, toolchain.Built):
                run(bundles.single(case), own)
            else:
                results[case.name] = own

    def of(case: cases.CaseFile) -> session.Result:
        fill(BUNDLE_OF[case.name].name)
        result = results[case.name]
        if isinstance(result, toolchain.BuildError):
            pytest.fail(f"{case.path.name} does not build\n{result}", pytrace=False)
        return result

    return of


LINES = [
    pytest.param(case, start, end, id=name) for case in CASES for start, end, name in cases.lines_of_calls(case)
]


@pytest.mark.parametrize(("case", "start", "end"), LINES)
def test_calls(case, start, end, outcomes):
    results = outcomes(case).calls
    wrong = [index for index in range(start, end) if results[index]]
    if not wrong:
        return
    shift = BUNDLE_OF[case.name].first_line(case)
    text = f"{case.path}:{case.calls[start].line}: {len(wrong)} of {end - start} calls differ"
    text += f" (raised lines are {shift} more than in the file)" if shift else ""
    for index in wrong[:SHOWN]:
        text += f"\n{case.calls[index].label}\n{session.render(results[index])}"
    pytest.fail(text, pytrace=False)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_levels(case, outcomes):
    """Each function is as native as its `# level:` says, and really replaced in the built module if Python is to call it."""
    with_calls = outcomes(case)
    functions = toolchain.checked(case.path)
    found = {function["qualname"]: function["level"] for function in functions}
    internal = {function["qualname"] for function in functions if str(function["reason"]).startswith(INTERNAL)}
    wrong = [
        f"  {name}: expected {level}, got {found.get(name, 'no function of that name')}"
        for name, level in case.levels.items()
        if level != "any" and found.get(name) != level
    ]
    wrong += [
        f"  {name}: {level} by `pyrx check`, but the built module holds a Python function"
        for name, level in case.levels.items()
        if level in ("native", "mixed") and name in with_calls.python - internal and found.get(name) == level
    ]
    if wrong:
        pytest.fail(f"{case.path.name}: levels\n" + "\n".join(wrong), pytrace=False)
