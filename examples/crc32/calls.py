"""What to call in crc32.py: function, arguments of a small test, arguments of a benchmark."""

import numpy as np


def table():
    entries = []
    for n in range(256):
        for _ in range(8):
            n = (n >> 1) ^ 0xEDB88320 if n & 1 else n >> 1
        entries.append(n)
    return np.array(entries, np.uint32)


CALLS = [
    ("crc32_bits", lambda: (b"123456789",), lambda: (bytes(range(256)) * 1000,)),
    ("make_table", lambda: (), lambda: ()),
    ("crc32_table", lambda: (b"123456789", table()), lambda: (bytes(range(256)) * 4000, table())),
]
