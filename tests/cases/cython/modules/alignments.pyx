# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Alignment of sequences of codes: global, local, longest common part, with traces, over a matrix of scores."""
import numpy as np

cimport numpy as cnp

cdef int STOP = 0, DIAGONAL = 1, UP = 2, LEFT = 3


def codes(str text, str alphabet):
    """Letters as indices into the alphabet."""
    out = np.empty(len(text), dtype=np.int32)
    cdef int[::1] view = out
    cdef Py_ssize_t i
    for i in range(len(text)):
        view[i] = alphabet.index(text[i])
    return out


def unit_scores(int n, int match=1, int mismatch=-1):
    scores = np.full((n, n), mismatch, dtype=np.int32)
    cdef int[:, ::1] view = scores
    cdef int i
    for i in range(n):
        view[i, i] = match
    return scores


cdef int fill_global(const int[::1] a, const int[::1] b, const int[:, ::1] scores, int gap, int[:, ::1] best,
                     signed char[:, ::1] trace) noexcept nogil:
    cdef Py_ssize_t n = a.shape[0], m = b.shape[0], i, j
    cdef int d, u, l
    best[0, 0] = 0
    trace[0, 0] = STOP
    for i in range(1, n + 1):
        best[i, 0] = i * gap
        trace[i, 0] = UP
    for j in range(1, m + 1):
        best[0, j] = j * gap
        trace[0, j] = LEFT
    for i in range(1, n + 1):
        for j in range(1, m + 1):
            d = best[i - 1, j - 1] + scores[a[i - 1], b[j - 1]]
            u = best[i - 1, j] + gap
            l = best[i, j - 1] + gap
            if d >= u and d >= l:
                best[i, j] = d
                trace[i, j] = DIAGONAL
            elif u >= l:
                best[i, j] = u
                trace[i, j] = UP
            else:
                best[i, j] = l
                trace[i, j] = LEFT
    return best[n, m]


cdef (int, int, int) fill_local(const int[::1] a, const int[::1] b, const int[:, ::1] scores, int gap, int[:, ::1] best,
                     signed char[:, ::1] trace) noexcept nogil:
    cdef Py_ssize_t n = a.shape[0], m = b.shape[0], i, j
    cdef int d, u, l, most = 0, row = 0, column = 0
    best[:, 0] = 0
    best[0, :] = 0
    trace[:, 0] = STOP
    trace[0, :] = STOP
    for i in range(1, n + 1):
        for j in range(1, m + 1):
            d = best[i - 1, j - 1] + scores[a[i - 1], b[j - 1]]
            u = best[i - 1, j] + gap
            l = best[i, j - 1] + gap
            best[i, j] = 0
            trace[i, j] = STOP
            if d > best[i, j]:
                best[i, j] = d
                trace[i, j] = DIAGONAL
            if u > best[i, j]:
                best[i, j] = u
                trace[i, j] = UP
            if l > best[i, j]:
                best[i, j] = l
                trace[i, j] = LEFT
            if best[i, j] > most:
                most = best[i, j]
                row = i
                column = j
    return most, row, column


cdef list follow(signed char[:, ::1] trace, Py_ssize_t i, Py_ssize_t j):
    """Pairs of positions, -1 for a gap."""
    cdef list out = []
    while trace[i, j] != STOP:
        if trace[i, j] == DIAGONAL:
            i -= 1
            j -= 1
            out.append((i, j))
        elif trace[i, j] == UP:
            i -= 1
            out.append((i, -1))
        else:
            j -= 1
            out.append((-1, j))
    out.reverse()
    return out


def align(const int[::1] a, const int[::1] b, const int[:, ::1] scores, int gap=-2, bint local=False):
    """The score and the pairs of an optimal alignment."""
    cdef Py_ssize_t n = a.shape[0], m = b.shape[0], i
    cdef int score, row = <int>n, column = <int>m
    cdef int[:, ::1] best = np.empty((n + 1, m + 1), dtype=np.int32)
    cdef signed char[:, ::1] trace = np.empty((n + 1, m + 1), dtype=np.int8)
    if gap > 0:
        raise ValueError("a gap must not gain, got %d" % gap)
    for i in range(n):
        if a[i] < 0 or a[i] >= scores.shape[0]:
            raise IndexError("code %d at %d" % (a[i], i))
    for i in range(m):
        if b[i] < 0 or b[i] >= scores.shape[1]:
            raise IndexError("code %d at %d" % (b[i], i))
    if local:
        score, row, column = fill_local(a, b, scores, gap, best, trace)
    else:
        score = fill_global(a, b, scores, gap, best, trace)
    return score, follow(trace, row, column)


def show(str a, str b, list pairs):
    cdef list top = [], bottom = []
    cdef Py_ssize_t i, j
    for i, j in pairs:
        top.append(a[i] if i >= 0 else "-")
        bottom.append(b[j] if j >= 0 else "-")
    return "".join(top) + "\n" + "".join(bottom)


def align_text(str a, str b, str alphabet="ACGT", int gap=-2, bint local=False):
    score, pairs = align(codes(a, alphabet), codes(b, alphabet), unit_scores(<int>len(alphabet), 2, -1), gap, local)
    return score, show(a, b, pairs)


def longest_common(const unsigned char[:] a, const unsigned char[:] b):
    """The length of the longest common subsequence and of the longest common part with its end."""
    cdef Py_ssize_t n = a.shape[0], m = b.shape[0], i, j
    cdef int longest = 0, diagonal, kept
    cdef Py_ssize_t end = 0
    cdef int[::1] row = np.zeros(m + 1, dtype=np.intc)
    cdef int[::1] run = np.zeros(m + 1, dtype=np.intc)
    for i in range(1, n + 1):
        diagonal = 0
        for j in range(1, m + 1):
            kept = row[j]
            if a[i - 1] == b[j - 1]:
                row[j] = diagonal + 1
            elif row[j - 1] > row[j]:
                row[j] = row[j - 1]
            diagonal = kept
        for j in range(m, 0, -1):
            run[j] = run[j - 1] + 1 if a[i - 1] == b[j - 1] else 0
            if run[j] > longest:
                longest = run[j]
                end = i
    return row[m], longest, end


def score_matrix(list texts, str alphabet="ACGT"):
    cdef Py_ssize_t n = len(texts), i, j
    coded = [codes(t, alphabet) for t in texts]
    scores = unit_scores(<int>len(alphabet))
    out = np.zeros((n, n), dtype=np.int64)
    cdef cnp.int64_t[:, ::1] view = out
    for i in range(n):
        for j in range(i, n):
            view[i, j] = view[j, i] = align(coded[i], coded[j], scores)[0]
    return out

# --- calls
codes("GATTACA", "ACGT")
codes("GAX", "ACGT")
unit_scores(3)
(align_text(a, b, local=l) for a in ("GATTACA", "ACGTACGT", "") for b in ("GCATGCA", "CGT") for l in (False, True))
align_text("GATTACA", "GCATGCA", gap=-1)
align_text("GATTACA", "GCATGCA", gap=1)
align(np.array([0, 9], np.int32), np.array([0], np.int32), np.eye(2, dtype=np.int32))
align(np.array([0, 1]), np.array([0], np.int32), np.eye(2, dtype=np.int32))
(longest_common(a, b) for a in (b"AGGTAB", b"") for b in (b"GXTXAYB", b"A"))
score_matrix(["GAT", "GTT", "ACGT"])
