"""What to call in chebyshev.py: function, arguments of a small test, arguments of a benchmark."""

import numpy as np


def points(count):
    return (np.random.default_rng(3).random((count, 3)),)


CALLS = [
    ("distances", lambda: points(7), lambda: points(800)),
    ("distance", lambda: ((0.0, 1.0, 2.0), (3.0, -1.0, 2.5)), lambda: ((0.0, 1.0, 2.0), (3.0, -1.0, 2.5))),
    ("closest", lambda: points(7), lambda: points(800)),
]
