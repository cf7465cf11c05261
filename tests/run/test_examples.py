"""Each example gives the same interpreted and compiled: its `main()`, and each call of its calls.py."""

from pathlib import Path

import arguments
import cases
import pytest
import session
import toolchain

TOPICS = sorted(path.parent.name for path in arguments.EXAMPLES.glob("*/calls.py"))


@pytest.fixture(scope="module")
def built() -> dict:
    """All examples, built by one command."""
    return toolchain.build({topic: source_of(topic).read_text(encoding="utf-8") for topic in TOPICS})


def source_of(topic: str) -> Path:
    return arguments.EXAMPLES / topic / f"{topic}.py"


@pytest.mark.parametrize("topic", TOPICS)
def test_example(topic, built, tmp_path):
    module = built[topic]
    if isinstance(module, toolchain.BuildError):
        pytest.fail(f"{topic} does not build\n{module}", pytrace=False)
    lines = ["main()"]
    lines += [
        f"{name}(*example_calls({topic!r})[{i}][1]())" for i, (name, *_) in enumerate(arguments.example_calls(topic))
    ]
    path = tmp_path / f"{topic}.py"
    source = source_of(topic).read_text(encoding="utf-8")
    path.write_text("\n".join([source, cases.SEPARATOR, *lines, ""]), encoding="utf-8")
    case = cases.read_case(path)
    result = session.run_cases([case], module.oracle, module.extension)
    wrong = [f"{line}\n{session.render(diff)}" for line, diff in zip(lines, result.calls, strict=True) if diff]
    if wrong:
        pytest.fail("\n".join(wrong), pytrace=False)


@pytest.mark.parametrize("topic", TOPICS)
def test_example_is_compiled(topic):
    """What calls.py names is compiled; the array kernels without a touch of the interpreter."""
    levels = toolchain.levels(source_of(topic))
    mixed = {"evolve_objects"}  # its particles are Python objects
    setup = {"sun_and_planets"}  # whole-array expressions
    for name, *_ in arguments.example_calls(topic):
        if name in mixed:
            assert levels[name] in ("mixed", "native"), name
        elif name not in setup:
            assert levels[name] == "native", name
