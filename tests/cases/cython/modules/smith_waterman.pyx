# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""Local alignment of sequences with affine gaps (Smith and Waterman, Gotoh), with traceback and statistics.

Three matrices: H of the best score that ends anywhere, E and F of those that end in a gap. Scores are 32-bit.
"""
cimport cython
import numpy as np
cimport numpy as cnp
from libc.limits cimport INT_MIN
from libc.stdint cimport int8_t, int32_t, uint8_t
from libc.stdlib cimport calloc, free, malloc
from libc.string cimport memset

cnp.import_array()

cdef enum:
    STOP = 0
    DIAGONAL = 1
    UP = 2
    LEFT = 4
    OPEN_UP = 8
    OPEN_LEFT = 16

cdef struct Cell:
    int32_t score
    Py_ssize_t row
    Py_ssize_t column

ctypedef packed struct Gap:
    int32_t open
    int32_t extend

cdef const char* ALPHABET = b"ACGTN"
cdef int32_t LOWEST = INT_MIN // 2


cdef inline int code(unsigned char letter) noexcept nogil:
    """The position in the alphabet; 4 for what is not in it."""
    cdef int at
    if letter >= c'a':
        letter -= c'a' - c'A'
    for at in range(4):
        if ALPHABET[at] == letter:
            return at
    return 4


cdef uint8_t* encode(const unsigned char* text, Py_ssize_t length) except NULL:
    cdef uint8_t* codes = <uint8_t*>malloc((length + 1) * sizeof(uint8_t))
    cdef Py_ssize_t at
    if codes is NULL:
        raise MemoryError()
    for at in range(length):
        codes[at] = <uint8_t>code(text[at])
    codes[length] = 255
    return codes


def scoring(int match=2, int mismatch=-1, *, int unknown=0):
    """A 5 by 5 matrix of scores, as `int8`."""
    cdef cnp.ndarray[int8_t, ndim=2] matrix = np.full((5, 5), mismatch, dtype=np.int8)
    cdef int at
    for at in range(4):
        matrix[at, at] = match
    matrix[4, :] = unknown
    matrix[:, 4] = unknown
    return matrix


cdef Cell fill(const uint8_t* a, Py_ssize_t n, const uint8_t* b, Py_ssize_t m, const int8_t[:, ::1] scores,
               Gap gap, uint8_t* trace) noexcept nogil:
    """Fills the traces row by row; the best cell."""
    cdef Cell best
    cdef int32_t* h = <int32_t*>calloc(m + 1, sizeof(int32_t))
    cdef int32_t* f = <int32_t*>malloc((m + 1) * sizeof(int32_t))
    cdef int32_t e, above, diagonal, opened, extended, score
    cdef Py_ssize_t i, j
    cdef uint8_t mark
    best.score = 0
    best.row = best.column = 0
    if h == NULL or f == NULL:
        free(h)
        free(f)
        best.score = -1
        return best
    for j in range(m + 1):
        f[j] = LOWEST
    for i in range(1, n + 1):
        diagonal, e = 0, LOWEST
        for j in range(1, m + 1):
            mark = STOP
            above = h[j]
            opened, extended = above - gap.open, f[j] - gap.extend
            if opened >= extended:
                mark |= OPEN_UP
            f[j] = opened if opened >= extended else extended
            opened, extended = h[j - 1] - gap.open, e - gap.extend
            if opened >= extended:
                mark |= OPEN_LEFT
            e = max(opened, extended)
            score = diagonal + scores[a[i - 1], b[j - 1]]
            if score >= f[j] and score >= e:
                mark |= DIAGONAL
            elif f[j] >= e:
                score = f[j]
                mark |= UP
            else:
                score = e
                mark |= LEFT
            if score <= 0:
                score = 0
                mark &= ~(DIAGONAL | UP | LEFT)
            trace[i * (m + 1) + j] = mark
            diagonal = above
            h[j] = score
            if score > best.score:
                best = Cell(score, i, j)
    free(h)
    free(f)
    return best


def align(bytes first not None, bytes second not None, matrix=None, int gap_open=3, int gap_extend=1, **options):
    """The best local alignment as (score, row, column, aligned first, aligned second, identity)."""
    cdef Py_ssize_t n = len(first), m = len(second), i, j, start_i, start_j, same = 0
    cdef const int8_t[:, ::1] scores = scoring() if matrix is None else np.ascontiguousarray(matrix, dtype=np.int8)
    cdef uint8_t* a = NULL
    cdef uint8_t* b = NULL
    cdef uint8_t* trace = NULL
    cdef uint8_t mark, state = STOP
    cdef Gap gap
    cdef Cell best
    cdef list top = [], bottom = []
    if options:
        raise TypeError(f"align() got unexpected options: {', '.join(sorted(options))}")
    if scores.shape[0] != 5 or scores.shape[1] != 5:
        raise ValueError("the matrix must be 5 x 5, not %d x %d" % (scores.shape[0], scores.shape[1]))
    gap.open, gap.extend = gap_open, gap_extend
    try:
        a = encode(first, n)
        b = encode(second, m)
        trace = <uint8_t*>malloc((n + 1) * (m + 1))
        if not trace:
            raise MemoryError()
        memset(trace, STOP, (n + 1) * (m + 1))
        with nogil:
            best = fill(a, n, b, m, scores, gap, trace)
        if best.score < 0:
            raise MemoryError("rows")
        i, j = best.row, best.column
        while i > 0 and j > 0:
            mark = trace[i * (m + 1) + j]
            if state == STOP:
                if not mark & (DIAGONAL | UP | LEFT):
                    break
                if mark & DIAGONAL:
                    i -= 1
                    j -= 1
                    same += a[i] == b[j]
                    top.append(first[i])
                    bottom.append(second[j])
                    continue
                state = UP if mark & UP else LEFT
            if state == UP:
                i -= 1
                top.append(first[i])
                bottom.append(c'-')
                if mark & OPEN_UP:
                    state = STOP
            else:
                j -= 1
                top.append(c'-')
                bottom.append(second[j])
                if mark & OPEN_LEFT:
                    state = STOP
    finally:
        free(a)
        free(b)
        free(trace)
    start_i, start_j = i, j
    aligned = [bytes(reversed(side)).decode("ascii") for side in (top, bottom)]
    identity = same / <double>len(top) if top else 0.0
    return best.score, (start_i, best.row), (start_j, best.column), *aligned, round(identity, 6)


cpdef int score_only(const unsigned char[::1] a, const unsigned char[::1] b, int match=2, int mismatch=-1,
                     int gap=2) except -1:
    """The score with linear gaps, in two rows."""
    cdef int[:, ::1] rows = np.zeros((2, b.shape[0] + 1), dtype=np.intc)
    cdef Py_ssize_t i, j
    cdef int best = 0, here, now = 0
    if gap < 0:
        raise ValueError("gap must not be negative")
    with nogil:
        for i in range(a.shape[0]):
            now ^= 1
            for j in range(1, b.shape[0] + 1):
                here = rows[now ^ 1, j - 1] + (match if a[i] == b[j - 1] else mismatch)
                here = max(here, rows[now ^ 1, j] - gap, rows[now, j - 1] - gap, 0)
                rows[now, j] = here
                if here > best:
                    best = here
    return best


def rank(query, candidates, int limit=3, **how):
    """The candidates by their scores, best first; of equal ones the shorter."""
    scored = [(align(query, one, **how)[0], one) for one in candidates]
    return sorted(scored, key=lambda pair: (-pair[0], len(pair[1]), pair[1]))[:limit]

# --- calls
scoring()
scoring(5, -4, unknown=1)
scoring(300)
align(b"ACACACTA", b"AGCACACA")
align(b"TGTTACGG", b"GGTTGACTA", gap_open=2, gap_extend=2)
align(b"AAATTTGGG", b"AAAGGG", gap_open=2, gap_extend=0)
align(b"acgtn", b"NACGT", scoring(3, -3))
align(b"", b"ACGT")
align(b"AAAA", b"TTTT")
align(b"GATTACA" * 20, b"GCATGCT" * 15)[:3]
align(None, b"A")
align(b"A", b"A", np.zeros((4, 5)))
align(b"A", b"A", mode=1, other=2)
align("A", b"A")
align(b"A", b"A", gap_open="x")
score_only(b"ACACACTA", b"AGCACACA")
score_only(b"", b"A")
score_only(np.frombuffer(b"GATTACA", np.uint8), bytearray(b"GCATGCT"), gap=1)
score_only(b"A", b"A", gap=-1)
rank(b"GATTACA", [b"GATT", b"ACA", b"TACA", b"GGGG", b"GATTACA"])
rank(b"GATTACA", [b"GATT", b"CA"], 1, gap_open=1)
rank(b"GATTACA", [b"GATT"], matrix=scoring(1))
