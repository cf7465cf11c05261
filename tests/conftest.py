"""Tests that run beside each other build in caches of their own: in one cache, one build waits for the other and says so."""

import os
import tempfile
from pathlib import Path

if worker := os.environ.get("PYTEST_XDIST_WORKER"):
    os.environ["PYRX_CACHE_DIR"] = str(Path(tempfile.gettempdir()) / f"pyrx-cache-{worker}")
