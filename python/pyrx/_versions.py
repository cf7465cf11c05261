"""What a report of a bug begins with."""

import platform
import subprocess
import sys


def show_versions(file=None):
    """Prints the versions of pyrx, Python, and the tools that builds use, and what `pyrx doctor` says of them."""
    from pyrx import __version__
    from pyrx._build import finder

    command = finder.pyrx_command()
    rows = [
        ("package", __version__),
        ("command", command or "not found"),
        ("running", f"{platform.python_implementation()} {platform.python_version()}, {sys.executable}"),
        ("platform", platform.platform()),
    ]
    for name, value in rows:
        print(f"         {name:<10} {value}", file=file)
    if command is None:
        print(finder.NO_COMMAND, end="", file=file)
        return
    run = [command, "--color", "never", "doctor", "--python", sys.executable]
    done = subprocess.run(run, capture_output=True, text=True, errors="replace", check=False)
    print(done.stdout or done.stderr, end="", file=file)
