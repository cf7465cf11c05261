"""What to call in matmul.py: function, arguments of a small test, arguments of a benchmark."""

import numpy as np


def matrices(size):
    rng = np.random.default_rng(5)
    return rng.random((size, size)), rng.random((size, size))


CALLS = [
    ("matmul", lambda: matrices(6), lambda: matrices(200)),
    ("matmul_rows", lambda: (*matrices(6), np.empty((6, 6))), lambda: (*matrices(200), np.empty((200, 200)))),
]
