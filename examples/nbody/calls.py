"""What to call in nbody.py: function, arguments of a small test, arguments of a benchmark."""

import numpy as np


def bodies(count):
    rng = np.random.default_rng(4)
    return rng.random((count, 3)), rng.random((count, 3)) - 0.5, rng.random(count)


CALLS = [
    ("advance", lambda: (*bodies(5), 0.001, 20), lambda: (*bodies(5), 0.001, 20_000)),
    ("energy", lambda: bodies(5), lambda: bodies(500)),
    ("sun_and_planets", lambda: (), lambda: ()),
]
