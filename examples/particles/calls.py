"""What to call in particles.py: function, arguments of a small test, arguments of a benchmark."""

from types import SimpleNamespace

import numpy as np


def state(count):
    rng = np.random.default_rng(2)
    return rng.random(count) + 0.1, rng.random(count) + 0.1, rng.random(count) - 0.5


def objects(count):
    return [SimpleNamespace(x=float(x), y=float(y), speed=float(s)) for x, y, s in zip(*state(count))]


CALLS = [
    ("evolve", lambda: (*state(7), 0.1, 0.01), lambda: (*state(1000), 0.1, 0.0002)),
    ("evolve_objects", lambda: (objects(5), 0.1, 0.01), lambda: (objects(100), 0.1, 0.001)),
    ("spread", lambda: state(9)[:2], lambda: state(100_000)[:2]),
]
