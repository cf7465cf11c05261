"""The parts of the run tests are the parts of these: cases, worker, session, toolchain."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "run"))
