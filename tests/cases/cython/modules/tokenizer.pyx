# cython: boundscheck=False, wraparound=False
"""Splits bytes into tokens with one pass over `const unsigned char[:]`; spans go into an array."""
import numpy as np

cdef int OTHER = 0, WORD = 1, NUMBER = 2, SPACE = 3, QUOTED = 4, COMMENT = 5

KINDS = ("other", "word", "number", "space", "quoted", "comment")


cdef inline bint is_space(unsigned char c) noexcept nogil:
    return c == 32 or (9 <= c <= 13)


cdef inline bint is_digit(unsigned char c) noexcept nogil:
    return 48 <= c <= 57


cdef inline bint is_letter(unsigned char c) noexcept nogil:
    return (65 <= c <= 90) or (97 <= c <= 122) or c == 95 or c >= 128


cdef Py_ssize_t end_of_number(const unsigned char[:] text, Py_ssize_t at) noexcept nogil:
    cdef Py_ssize_t n = text.shape[0]
    cdef bint dot = False, exponent = False
    while at < n:
        if is_digit(text[at]):
            at += 1
        elif text[at] == 46 and not dot and not exponent:
            dot = True
            at += 1
        elif (text[at] == 101 or text[at] == 69) and not exponent and at + 1 < n and (
            is_digit(text[at + 1])
            or ((text[at + 1] == 43 or text[at + 1] == 45) and at + 2 < n and is_digit(text[at + 2]))
        ):
            exponent = True
            at += 2
        else:
            break
    return at


cdef Py_ssize_t end_of_quoted(const unsigned char[:] text, Py_ssize_t at) except -1 nogil:
    cdef Py_ssize_t start = at
    cdef unsigned char quote = text[at]
    at += 1
    while at < text.shape[0]:
        if text[at] == 92:
            at += 2
            continue
        if text[at] == quote:
            return at + 1
        at += 1
    raise ValueError("quote is not closed")


cdef Py_ssize_t next_token(const unsigned char[:] text, Py_ssize_t at, int* kind) except -1 nogil:
    cdef unsigned char c = text[at]
    cdef Py_ssize_t n = text.shape[0]
    if is_space(c):
        kind[0] = SPACE
        while at < n and is_space(text[at]):
            at += 1
    elif is_letter(c):
        kind[0] = WORD
        while at < n and (is_letter(text[at]) or is_digit(text[at])):
            at += 1
    elif is_digit(c):
        kind[0] = NUMBER
        at = end_of_number(text, at)
    elif c == 34 or c == 39:
        kind[0] = QUOTED
        at = end_of_quoted(text, at)
    elif c == 35:
        kind[0] = COMMENT
        while at < n and text[at] != 10:
            at += 1
    else:
        kind[0] = OTHER
        at += 1
    return at


def count_tokens(const unsigned char[:] text, bint spaces=False):
    """How many tokens there are of every kind."""
    cdef Py_ssize_t at = 0
    cdef int kind = 0
    counts = np.zeros(6, dtype=np.int64)
    cdef long[:] view = counts
    with nogil:
        while at < text.shape[0]:
            at = next_token(text, at, &kind)
            if spaces or kind != SPACE:
                view[kind] += 1
    return counts


def tokenize(const unsigned char[:] text):
    """Kind, start and end of every token but spaces."""
    cdef Py_ssize_t at = 0, end, row = 0, size = 4
    cdef int kind = 0
    out = np.empty((size, 3), dtype=np.intp)
    cdef Py_ssize_t[:, ::1] view = out
    while at < text.shape[0]:
        end = next_token(text, at, &kind)
        if kind != SPACE:
            if row == size:
                size *= 2
                out = np.resize(out, (size, 3))
                view = out
            view[row, 0] = kind
            view[row, 1] = at
            view[row, 2] = end
            row += 1
        at = end
    return out[:row]


def words(bytes text):
    cdef Py_ssize_t[:, :] tokens = tokenize(text)
    cdef Py_ssize_t i
    cdef list out = []
    for i in range(tokens.shape[0]):
        if tokens[i, 0] == WORD:
            out.append(text[tokens[i, 1]:tokens[i, 2]])
    return out


def line_starts(const unsigned char[:] text):
    cdef Py_ssize_t i, n = 1
    for i in range(text.shape[0]):
        n += text[i] == 10
    starts = np.zeros(n, dtype=np.intp)
    cdef Py_ssize_t[:] view = starts
    n = 1
    for i in range(text.shape[0]):
        if text[i] == 10:
            view[n] = i + 1
            n += 1
    return starts


def describe(bytes text):
    return [(KINDS[kind], text[start:end]) for kind, start, end in tokenize(text).tolist()]

# --- calls
count_tokens(b"x = 3.5e-2 * y1 # note\n'a b'")
count_tokens(b"x  y", True)
count_tokens(b"")
count_tokens(bytearray(b"a 'b"))
(tokenize(t) for t in (b"", b"a", b"a1 23 'q\\'' + 1.5.2 # c"))
describe(b"alpha+2e5e beta 'it''s' 7e #x\n9")
words(b"the (quick) brown_fox 3x")
words("text")
line_starts(b"a\n\nbc\n")
line_starts(np.frombuffer(b"a\nb", np.uint8))
