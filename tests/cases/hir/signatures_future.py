from __future__ import annotations

import pyrx
import numpy as np

float64 = None


def deferred(a: pyrx.float64[:, ::1], b: "pyrx.float64[:]", c: list[int], d: np.float64[:, :], e: float64): ...
