# The inner loop of word embeddings by negative sampling: structs, tables, pointers to functions that take pointers.
# cython: boundscheck=False
# cython: wraparound=False
# cython: cdivision=True
# cython: embedsignature=True
import numpy as np
cimport cython
cimport numpy as np
from libc.math cimport exp, log
from libc.string cimport memset

REAL = np.float32
DEF EXP_TABLE_SIZE = 1000
DEF MAX_EXP = 6
DEF MAX_SENTENCE_LEN = 100

ctypedef np.float32_t REAL_t
ctypedef float (*dot_ptr) (const int *N, const float *X, const int *incX, const float *Y, const int *incY) noexcept nogil
ctypedef void (*axpy_ptr) (const int *N, const float *alpha, const float *X, const int *incX, float *Y, const int *incY) noexcept nogil

cdef REAL_t[EXP_TABLE_SIZE] EXP_TABLE
cdef REAL_t[EXP_TABLE_SIZE] LOG_TABLE
cdef int ONE = 1
cdef REAL_t ONEF = <REAL_t>1.0

cdef struct Config:
    int hs, negative, size, window
    REAL_t alpha
    REAL_t running_loss
    REAL_t *syn0
    REAL_t *syn1neg
    unsigned long long next_random
    np.uint32_t[MAX_SENTENCE_LEN] indexes
    int[MAX_SENTENCE_LEN + 1] sentence_idx

cdef float our_dot(const int *N, const float *X, const int *incX, const float *Y, const int *incY) noexcept nogil:
    cdef int i
    cdef float a = <float>0.0
    for i from 0 <= i < N[0] by 1:
        a += X[i] * Y[i]
    return a

cdef void our_saxpy(const int *N, const float *alpha, const float *X, const int *incX, float *Y, const int *incY) noexcept nogil:
    cdef int i
    for i from 0 <= i < N[0] by 1:
        Y[i * (incY[0])] = (alpha[0]) * X[i * (incX[0])] + Y[i * (incY[0])]

cdef dot_ptr dot = our_dot
cdef axpy_ptr saxpy = our_saxpy

cdef inline unsigned long long random_int32(unsigned long long *next_random) noexcept nogil:
    cdef unsigned long long this_random = next_random[0] >> 16
    next_random[0] = (next_random[0] * <unsigned long long>25214903917ULL + 11) & 281474976710655ULL
    return this_random

cdef inline unsigned long long bisect_left(np.uint32_t *a, unsigned long long x, unsigned long long lo, unsigned long long hi) noexcept nogil:
    cdef unsigned long long mid
    while hi > lo:
        mid = (lo + hi) >> 1
        if a[mid] >= x:
            hi = mid
        else:
            lo = mid + 1
    return lo

cdef unsigned long long train_neg(Config *c, np.uint32_t *cum_table, unsigned long long cum_table_len,
        const np.uint32_t word_index, const np.uint32_t word2_index, REAL_t *work) noexcept nogil:
    cdef long long row1 = word2_index * c.size, row2
    cdef unsigned long long modulo = 281474976710655ULL
    cdef REAL_t f, g, label, f_dot, log_e_f_dot
    cdef np.uint32_t target_index
    cdef int d
    memset(work, 0, c.size * cython.sizeof(REAL_t))
    for d in range(c.negative + 1):
        if d == 0:
            target_index = word_index
            label = ONEF
        else:
            target_index = bisect_left(cum_table, (c.next_random >> 16) % cum_table[cum_table_len - 1], 0, cum_table_len)
            c.next_random = (c.next_random * <unsigned long long>25214903917ULL + 11) & modulo
            if target_index == word_index:
                continue
            label = <REAL_t>0.0
        row2 = target_index * c.size
        f_dot = dot(&c.size, &c.syn0[row1], &ONE, &c.syn1neg[row2], &ONE)
        if f_dot <= -MAX_EXP or f_dot >= MAX_EXP:
            continue
        f = EXP_TABLE[<int>((f_dot + MAX_EXP) * (EXP_TABLE_SIZE / MAX_EXP / 2))]
        g = (label - f) * c.alpha
        c.running_loss -= LOG_TABLE[<int>(((f_dot if d == 0 else -f_dot) + MAX_EXP) * (EXP_TABLE_SIZE / MAX_EXP / 2))]
        saxpy(&c.size, &g, &c.syn1neg[row2], &ONE, work, &ONE)
        saxpy(&c.size, &g, &c.syn0[row1], &ONE, &c.syn1neg[row2], &ONE)
    saxpy(&c.size, &ONEF, work, &ONE, &c.syn0[row1], &ONE)
    return c.next_random


cdef init_config(Config *c, model, alpha, _work=None):
    c[0].hs = model.get("hs", 0)
    c[0].negative = model["negative"]
    c[0].alpha = alpha
    c[0].size = model["syn0"].shape[1]
    c[0].window = model["window"]
    c[0].running_loss = 0
    c[0].syn0 = <REAL_t *>(np.PyArray_DATA(model["syn0"]))
    c[0].syn1neg = <REAL_t *>(np.PyArray_DATA(model["syn1neg"]))
    c[0].next_random = (2**24) * 17 + 5

def train(model, sentences, alpha, seed=None):
    cdef Config c
    cdef int i, j, k, effective_words = 0, effective_sentences = 0, sent_idx, idx_start, idx_end
    cdef np.ndarray[np.uint32_t] table = model["cum_table"]
    cdef REAL_t* work
    init_config(&c, model, alpha)
    buf = np.zeros(c.size, dtype=REAL)
    work = <REAL_t *>np.PyArray_DATA(buf)
    vocab = model["vocab"]
    c.sentence_idx[0] = 0
    for sent in sentences:
        if not sent:
            continue
        for token in sent:
            if token not in vocab:
                continue
            c.indexes[effective_words] = vocab[token]
            effective_words += 1
            if effective_words == MAX_SENTENCE_LEN:
                break
        effective_sentences += 1
        c.sentence_idx[effective_sentences] = effective_words
        if effective_words == MAX_SENTENCE_LEN:
            break
    with nogil:
        for sent_idx in range(effective_sentences):
            idx_start = c.sentence_idx[sent_idx]
            idx_end = c.sentence_idx[sent_idx + 1]
            for i in range(idx_start, idx_end):
                j = i - c.window
                if j < idx_start:
                    j = idx_start
                k = i + c.window + 1
                if k > idx_end:
                    k = idx_end
                for j in range(j, k):
                    if j == i:
                        continue
                    train_neg(&c, <np.uint32_t*>table.data, table.shape[0], c.indexes[i], c.indexes[j], work)
    return effective_words, c.running_loss, c.next_random, buf

def init():
    global dot, saxpy
    cdef int i
    for i in range(EXP_TABLE_SIZE):
        EXP_TABLE[i] = <REAL_t>exp((i / <REAL_t>EXP_TABLE_SIZE * 2 - 1) * MAX_EXP)
        EXP_TABLE[i] = <REAL_t>(EXP_TABLE[i] / (EXP_TABLE[i] + 1))
        LOG_TABLE[i] = <REAL_t>log(EXP_TABLE[i])
    dot = our_dot
    saxpy = our_saxpy
    return EXP_TABLE[3], LOG_TABLE[999]

FAST_VERSION = init()
MAX_WORDS_IN_BATCH = MAX_SENTENCE_LEN

def model(size, negative=3, window=2):
    rng = np.random.default_rng(4)
    words = "the quick brown fox jumps over a lazy dog".split()
    return {"syn0": rng.random((9, size), dtype=np.float32) - 0.5, "syn1neg": np.zeros((9, size), np.float32) + 0.01,
            "negative": negative, "window": window, "vocab": {w: i for i, w in enumerate(words)},
            "cum_table": np.cumsum(np.arange(9, dtype=np.uint32) + 1).astype(np.uint32)}

# --- calls
init()
(FAST_VERSION, MAX_WORDS_IN_BATCH)
(lambda m: (train(m, ["the quick fox".split(), [], "a lazy dog jumps over the brown fox".split()], 0.025), m))(model(5))
(lambda m: (train(m, [["the", "cat", "dog"]] * 60, 0.5), m))(model(12, 5, 1))
train(model(3), [], 0.1)
train(model(3), None, 0.1)
train({}, [], 0.1)
train(model(3), [["the"]], "x")
train(model(3, negative=-1), [["the", "a"]], 0.1)
