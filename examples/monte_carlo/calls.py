"""What to call in monte_carlo.py: function, arguments of a small test, arguments of a benchmark."""

CALLS = [
    ("estimate", lambda: (100, 42), lambda: (1_000_000, 42)),
    ("random_floats", lambda: (10, 7), lambda: (100_000, 7)),
]
