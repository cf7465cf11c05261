"""Case files of Cython's dialect: reading them, building them with both compilers, making their calls in two processes."""

import json
import re
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import cases
import known
import oracle
import session
import toolchain

SUFFIXES = (".pyx", ".py")
_TODO = re.compile(r"^# todo: (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Outcome:
    """What both worlds did at each call of a case, or why a compiler made no module."""

    cython: list[known.Seen] | toolchain.BuildError
    pyrx: list[known.Seen] | toolchain.BuildError | None  # None where the case is not built yet


def read_all() -> list[cases.CaseFile]:
    """Every case file of the folder and of its whole modules."""
    paths = [path for path in known.FOLDER.rglob("*") if path.suffix in SUFFIXES and path.parent.name != "wrong"]
    beside = {name for path in paths for name in cases.companions(path.read_text(encoding="utf-8"))}
    found = [cases.read_case(path) for path in sorted(paths) if path.name not in beside]
    names = [case.name for case in found]
    if len(set(names)) != len(names):
        raise cases.CaseError("two case files of one name")
    return found


def todo(case: cases.CaseFile) -> str | None:
    """Why pyrx does not build the case yet, where its head says so."""
    found = _TODO.search(case.source)
    return found[1] if found else None


def outcomes(wanted: list[cases.CaseFile]) -> dict[str, Outcome]:
    """Builds and runs all that is wanted, two processes at a time."""
    with ThreadPoolExecutor(2) as pool:
        by_cython = pool.submit(oracle.build, wanted)
        by_pyrx = pool.submit(build, [case for case in wanted if todo(case) is None])
        cython, pyrx = by_cython.result(), by_pyrx.result()
        found = pool.map(lambda case: Outcome(_run(case, cython), _run(case, pyrx)), wanted)
        return dict(zip([case.name for case in wanted], found, strict=True))


def build(wanted: list[cases.CaseFile]) -> dict[str, Path | toolchain.BuildError]:
    """The extensions by name; what `pyrx check` refuses is not part of the one build command."""
    refused = {name: errors(found) for name, found in check(wanted).items()}
    result: dict[str, Path | toolchain.BuildError] = {
        name: toolchain.BuildError("\n".join(texts)) for name, texts in refused.items() if texts
    }
    for suffix in SUFFIXES:
        kept = [case for case in wanted if case.path.suffix == suffix and not refused[case.name]]
        built = toolchain.build(
            {case.name: case.source for case in kept}, (), {case.name: case.stub for case in kept}, suffix
        )
        for name, module in built.items():
            result[name] = module.extension if isinstance(module, toolchain.Built) else module
    return result


def _run(case: cases.CaseFile, built: dict) -> list[known.Seen] | toolchain.BuildError | None:
    module = built.get(case.name)
    if not isinstance(module, Path):
        return module
    seen = session.run_alone([case], module, [oracle.shared_folder(), module.parent])
    return toolchain.BuildError(f"does not import\n{seen[0]['import']}") if "import" in seen[0] else seen


def check(wanted: list[cases.CaseFile]) -> dict[str, list[dict]]:
    """The diagnostics of `pyrx check` by case, from one process for all."""
    with tempfile.TemporaryDirectory() as folder:
        places = {case.name: Path(folder) / case.name / case.path.name for case in wanted}
        for case in wanted:
            toolchain.lay_out(places[case.name], case.source, case.stub)
        found = check_files(list(places.values()))
        return {name: found[path] for name, path in places.items()}


def check_files(paths: list[Path]) -> dict[Path, list[dict]]:
    """The diagnostics of `pyrx check` by file; a crash is one, of the file that makes it."""
    if not paths:
        return {}
    done = toolchain.run(["check", "--output-format", "json", *paths], cwd=paths[0].parent)
    try:
        report = json.loads(done.stdout)
        assert len(report["modules"]) == len(paths)
        found = {path: [] for path in paths}
        for finding in report["findings"]:
            # Cython counts columns from 0.
            found[Path(finding["module"])].append(finding | {"column": finding["column"] - 1})
        return found
    except (AssertionError, ValueError, KeyError, TypeError):
        if len(paths) > 1:
            return {path: check_files([path])[path] for path in paths}
    said = f"exit status {done.returncode}: {done.stdout}{done.stderr}"
    return {
        paths[0]: [
            {"severity": "error", "code": "crash", "path": str(paths[0]), "line": 0, "column": 0, "message": said}
        ]
    }


def errors(diagnostics: list[dict]) -> list[str]:
    return [
        f"{item['path'].rpartition('/')[2]}:{item['line']}:{item['column']}: [{item['code']}] {item['message']}"
        for item in diagnostics
        if item["severity"] == "error"
    ]
