# cython: language_level=3str
"""language_level=3str: as 3."""


def divide(int a, int b):
    return a / b


def text():
    return "a", b"b", u"c"


def literal():
    return 7 / 2, 7 // 2

# --- calls
(divide(a, b) for a in (7, -7) for b in (2, 0))
text()
literal()
