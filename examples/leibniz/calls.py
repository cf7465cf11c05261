"""What to call in leibniz.py: function, arguments of a small test, arguments of a benchmark."""

CALLS = [
    ("leibniz", lambda: (101,), lambda: (1_000_000,)),
    ("leibniz_integers", lambda: (101,), lambda: (1_000_000,)),
]
