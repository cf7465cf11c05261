"""What tests of recorded types share: a module, a script that calls it, and what is said of them."""

import json

HEAD = "import numpy as np\nimport kernel\n"

KERNEL = """\
def total(values, scale=1):
    t = 0.0
    for v in values:
        t += v * scale
    return t


def pick(x):
    return x + x
"""


def types(project, source, calls, *options, status=0):
    """What is said of a module that a script makes calls of: standard output, the error stream."""
    project.write("kernel.py", source)
    project.write("use.py", HEAD + calls)
    done = project.pyrx("types", *options, "kernel.py", "--", "use.py", status=status)
    return done.stdout.splitlines(), done.stderr.splitlines()


def checked(project, *arguments: str) -> list[dict]:
    """What `pyrx check` says of each function."""
    document = json.loads(project.pyrx("check", "--output-format", "json", *arguments).stdout)
    return [one for module in document["modules"] for one in module["functions"]]
