"""What to call in diffusion.py: function, arguments of a small test, arguments of a benchmark."""

import numpy as np


def pair(size):
    u = np.random.default_rng(1).random((size, size))
    return u, u.copy(), 0.2


CALLS = [
    ("step", lambda: pair(9), lambda: pair(512)),
    ("diffuse", lambda: (pair(9)[0], 0.2, 5), lambda: (pair(256)[0], 0.2, 50)),
    ("plate", lambda: (10,), lambda: (512,)),
    ("total", lambda: (pair(9)[0][::-1, ::2],), lambda: (pair(512)[0],)),
]
