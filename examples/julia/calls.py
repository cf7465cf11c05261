"""What to call in julia.py: function, arguments of a small test, arguments of a benchmark."""

import numpy as np

C = complex(-0.62772, -0.42193)


def image(size, limit):
    return np.empty((size, size), np.int32), C, 1.8, limit


def lists(size, limit):
    line = np.linspace(-1.8, 1.8, size)
    points = [complex(x, y) for y in line for x in line]
    return points, [C] * len(points), limit


CALLS = [
    ("julia", lambda: image(24, 60), lambda: image(400, 300)),
    ("julia_list", lambda: lists(16, 60), lambda: lists(200, 300)),
    ("julia_parallel", lambda: image(24, 60), lambda: image(400, 300)),
]
