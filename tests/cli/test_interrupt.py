"""Signals during a build: the tools die with pyrx and nothing half-written stays."""

import os
import signal


def members(group: int) -> list[str]:
    """Processes whose environment names the group's marker."""
    found = []
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{pid}/environ", "rb") as file:
                if f"PYRX_TEST_MARK={group}".encode() in file.read().split(b"\0"):
                    with open(f"/proc/{pid}/stat") as stat:
                        state = stat.read().rsplit(")", 1)[1].split()[0]
                    if state not in "ZX":
                        found.append(pid)
        except OSError:
            continue
    return found


def compiling(kernel):
    """A build with an empty cache, at the point where cargo compiles."""
    kernel.env |= {"PYRX_CACHE_DIR": str(kernel.folder.parent / "cache"), "PYRX_TEST_MARK": str(os.getpid())}
    process = kernel.start("build", "-v", "kernel.py", start_new_session=True)
    for line in process.stderr:
        if line.lstrip().startswith("Compiling"):
            break
    return process


def test_control_c_while_compiling(kernel):
    process = compiling(kernel)
    process.send_signal(signal.SIGINT)
    said = process.stderr.read()
    assert process.wait() == 130
    assert "interrupted" in said and "hint" in said
    assert kernel.names() == ["kernel.py"]
    assert members(os.getpid()) == []
    # The next build goes on from what is there.
    kernel.pyrx("build", "kernel.py")
    assert kernel.extension().exists()


def test_the_terminal_goes_away_while_compiling(kernel):
    process = compiling(kernel)
    process.stderr.close()
    process.stdout.close()
    process.send_signal(signal.SIGHUP)
    assert process.wait(timeout=60) == 129
    assert kernel.names() == ["kernel.py"]
    assert members(os.getpid()) == []
