"""What to call in levenshtein.py: function, arguments of a small test, arguments of a benchmark."""


def text(count, step):
    return "".join(chr(97 + (i * i * step + i // 3) % 26) for i in range(count))


CALLS = [
    ("levenshtein", lambda: ("größere kitten", "sitting grosser"), lambda: (text(1000, 3), text(900, 5))),
    ("common_prefix", lambda: ("interpret", "internal"), lambda: (text(100_000, 3), text(100_000, 3))),
]
