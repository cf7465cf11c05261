# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True
"""Distances and similarities of strings: Levenshtein, Damerau, Hamming, Jaro-Winkler, n-grams."""
from cpython.mem cimport PyMem_Free, PyMem_Malloc
from libc.stdlib cimport calloc, free
from libc.string cimport memset


cdef inline Py_ssize_t min3(Py_ssize_t a, Py_ssize_t b, Py_ssize_t c) noexcept nogil:
    if a <= b:
        return a if a <= c else c
    return b if b <= c else c


def levenshtein(str a not None, str b not None, Py_ssize_t limit=-1):
    """The number of edits; -1 when it is above the limit."""
    cdef Py_ssize_t n = len(a), m = len(b), i, j
    cdef Py_ssize_t cost, best
    cdef Py_ssize_t* previous
    cdef Py_ssize_t* current
    cdef Py_ssize_t* t
    cdef Py_UCS4 ca
    if a == b:
        return 0
    if n == 0 or m == 0:
        return max(n, m) if limit < 0 or max(n, m) <= limit else -1
    previous = <Py_ssize_t*>PyMem_Malloc((m + 1) * sizeof(Py_ssize_t))
    current = <Py_ssize_t*>PyMem_Malloc((m + 1) * sizeof(Py_ssize_t))
    if not previous or not current:
        PyMem_Free(previous)
        PyMem_Free(current)
        raise MemoryError()
    try:
        for j in range(m + 1):
            previous[j] = j
        for i in range(n):
            current[0] = i + 1
            best = current[0]
            ca = a[i]
            for j in range(m):
                cost = 0 if ca == b[j] else 1
                current[j + 1] = min3(previous[j] + cost, previous[j + 1] + 1, current[j] + 1)
                if current[j + 1] < best:
                    best = current[j + 1]
            if limit >= 0 and best > limit:
                return -1
            t = previous
            previous = current
            current = t
        return previous[m] if limit < 0 or previous[m] <= limit else -1
    finally:
        PyMem_Free(previous)
        PyMem_Free(current)


def damerau(bytes a, bytes b):
    """Edits with swaps of neighbours, of bytes."""
    cdef const unsigned char* pa = a
    cdef const unsigned char* pb = b
    cdef int n = <int>len(a), m = <int>len(b), i, j, width = m + 1, cost, best
    cdef int* d = <int*>calloc((n + 1) * (m + 1), sizeof(int))
    if d is NULL:
        raise MemoryError
    for i in range(n + 1):
        d[i * width] = i
    for j in range(m + 1):
        d[j] = j
    for i in range(1, n + 1):
        for j in range(1, m + 1):
            cost = pa[i - 1] != pb[j - 1]
            best = d[(i - 1) * width + j - 1] + cost
            best = min(best, d[(i - 1) * width + j] + 1, d[i * width + j - 1] + 1)
            if i > 1 and j > 1 and pa[i - 1] == pb[j - 2] and pa[i - 2] == pb[j - 1]:
                best = min(best, d[(i - 2) * width + j - 2] + 1)
            d[i * width + j] = best
    best = d[n * width + m]
    free(d)
    return best


def hamming(str a, str b):
    cdef Py_ssize_t i, distance = 0
    if len(a) != len(b):
        raise ValueError("lengths differ: %d and %d" % (len(a), len(b)))
    for i in range(len(a)):
        if a[i] != b[i]:
            distance += 1
    return distance


cdef double _jaro(str a, str b) except -1:
    cdef Py_ssize_t n = len(a), m = len(b)
    cdef Py_ssize_t window = max(n, m) // 2 - 1
    cdef Py_ssize_t i, j, k = 0, low, high, matches = 0, transpositions = 0
    cdef char* flags_a
    cdef char* flags_b
    if n == 0 and m == 0:
        return 1.0
    if n == 0 or m == 0:
        return 0.0
    if window < 0:
        window = 0
    flags_a = <char*>PyMem_Malloc(n)
    flags_b = <char*>PyMem_Malloc(m)
    if not flags_a or not flags_b:
        PyMem_Free(flags_a)
        PyMem_Free(flags_b)
        raise MemoryError()
    memset(flags_a, 0, n)
    memset(flags_b, 0, m)
    try:
        for i in range(n):
            low = i - window if i > window else 0
            high = i + window + 1 if i + window + 1 < m else m
            for j in range(low, high):
                if not flags_b[j] and a[i] == b[j]:
                    flags_a[i] = flags_b[j] = 1
                    matches += 1
                    break
        if matches == 0:
            return 0.0
        for i in range(n):
            if flags_a[i]:
                while not flags_b[k]:
                    k += 1
                if a[i] != b[k]:
                    transpositions += 1
                k += 1
    finally:
        PyMem_Free(flags_a)
        PyMem_Free(flags_b)
    transpositions //= 2
    return (<double>matches / n + <double>matches / m + <double>(matches - transpositions) / matches) / 3.0


def jaro(str a, str b):
    return _jaro(a, b)


def jaro_winkler(str a, str b, double scale=0.1):
    cdef double similarity = _jaro(a, b)
    cdef Py_ssize_t prefix = 0, i
    for i in range(min(len(a), len(b), 4)):
        if a[i] != b[i]:
            break
        prefix += 1
    return similarity + prefix * scale * (1.0 - similarity)


def ngrams(str text, int n=2):
    """How often each part of n characters occurs."""
    cdef dict counts = {}
    cdef Py_ssize_t i
    cdef str part
    if n < 1:
        raise ValueError(f"n must be positive, not {n}")
    for i in range(len(text) - n + 1):
        part = text[i:i + n]
        counts[part] = counts.get(part, 0) + 1
    return counts


def dice(str a, str b, int n=2):
    cdef dict x = ngrams(a, n), y = ngrams(b, n)
    cdef int common = 0, total = 0
    for key, count in x.items():
        total += count
        if key in y:
            common += min(count, <int>y[key])
    for count in y.values():
        total += count
    return 2.0 * common / total if total else 0.0


def closest(str word, list words, Py_ssize_t limit=3):
    best = None
    cdef Py_ssize_t distance, least = limit + 1
    for candidate in words:
        distance = levenshtein(word, candidate, limit)
        if 0 <= distance < least:
            least = distance
            best = candidate
    return best, least if best is not None else -1

# --- calls
(levenshtein(a, b) for a in ("", "kitten", "h\u00e9llo") for b in ("", "sitting", "hello"))
(levenshtein("kitten", "sitting", n) for n in (0, 2, 3, 5))
levenshtein(None, "a")
levenshtein(b"a", "a")
(damerau(a, b) for a in (b"", b"ca", b"abcd") for b in (b"", b"ac", b"abdc"))
hamming("karolin", "kathrin")
hamming("a", "ab")
(jaro(a, b) for a in ("", "martha", "dixon") for b in ("", "marhta", "dicksonx"))
jaro_winkler("martha", "marhta")
jaro_winkler("a", "b", 0.2)
ngrams("banana")
ngrams("banana", 3)
ngrams("a", 0)
(dice(a, b) for a in ("night", "") for b in ("nacht", ""))
closest("speling", ["spelling", "spewing", "x"])
closest("zzzzzz", ["a"])
