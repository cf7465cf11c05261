"""What `make demo` shows: the Julia example interpreted and compiled, whether both agree, and what compiling is worth."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "julia" / "julia.py"
REPORT = ROOT / "build" / "julia.html"
BIN = Path(sys.executable).parent
PIXELS, LIMIT = "800", "300"


def main():
    """Builds and runs the example both ways. Exits with 1 if they differ."""
    REPORT.parent.mkdir(exist_ok=True)
    pyrx("build", EXAMPLE)
    pyrx("annotate", "--quiet", "-o", REPORT, EXAMPLE)
    interpreted = run([sys.executable, EXAMPLE, PIXELS, LIMIT])
    compiled = run([BIN / "pyrx", "run", "--quiet", EXAMPLE, PIXELS, LIMIT])
    print(f"\n{EXAMPLE.relative_to(ROOT)}, {PIXELS} x {PIXELS} pixels, at most {LIMIT} steps each:\n{compiled.stdout}")
    if interpreted.stdout != compiled.stdout:
        sys.exit(f"interpreted and compiled differ; interpreted:\n{interpreted.stdout}")
    slow, fast = seconds(interpreted), seconds(compiled)
    print(f"interpreted  {slow:9.4f} s\ncompiled     {fast:9.4f} s\nspeed-up     {slow / fast:9.0f} times; both agree")
    print(f"report       {REPORT.relative_to(ROOT)}")


def pyrx(*arguments):
    """Runs a pyrx command and shows what it says."""
    done = subprocess.run([BIN / "pyrx", *arguments], check=False)
    if done.returncode:
        sys.exit(done.returncode)


def run(command):
    """Runs the example and keeps what it prints."""
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{done.stdout}{done.stderr}")
    return done


def seconds(done):
    """The time that the example measured itself, without start and build."""
    return float(re.search(r"julia: ([0-9.]+) s", done.stderr)[1])


if __name__ == "__main__":
    main()
