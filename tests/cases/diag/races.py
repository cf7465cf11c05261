"""Stores in parallel loops: `# race` stands at each that may meet another iteration's access, and nowhere else."""

import numpy as np
import pyrx
from pyrx import prange


def own_item(a: pyrx.float64[:]):
    for i in prange(len(a)):
        a[i] = 2 * a[i]


def neighbour_read(a: pyrx.float64[:]):
    for i in prange(len(a) - 1):
        a[i] = a[i + 1]  # race


def neighbour_of_other(a: pyrx.float64[:], b: pyrx.float64[:]):
    for i in prange(1, len(a) - 1):
        b[i] = a[i - 1] + a[i + 1]


def neighbour_written(a: pyrx.float64[:]):
    for i in prange(len(a) - 1):
        a[i] = 1  # race
        a[i + 1] = 2  # race


def pairs(a: pyrx.float64[:]):
    for i in prange(len(a) // 2):
        a[2 * i] = a[2 * i + 1]
        a[2 * i + 1] = 0


def triples(a: pyrx.float64[:]):
    for i in prange(len(a) // 3):
        a[3 * i] = a[3 * i + 1] + a[3 * i + 2]


def overlapping_pairs(a: pyrx.float64[:]):
    for i in prange(len(a) // 2):
        a[2 * i] = a[2 * i + 2]  # race


def every_second(a: pyrx.float64[:]):
    for i in prange(0, len(a) - 1, 2):
        if a[i] > a[i + 1]:
            t = a[i]
            a[i] = a[i + 1]
            a[i + 1] = t


def guarded_parity(a: pyrx.float64[:]):
    for i in prange(len(a) - 1):
        if i % 2 == 0:
            a[i] = a[i + 1]


def remainder(a: pyrx.float64[:], x: pyrx.float64[:]):
    for i in prange(len(x)):
        a[i % 4] = x[i]  # race


def remainder_of_all(a: pyrx.float64[:]):
    for i in prange(len(a)):
        a[i % len(a)] = 1


def quotient(a: pyrx.float64[:]):
    for i in prange(len(a)):
        a[i // 2] = i  # race


def grid_from_flat(a: pyrx.float64[:, :], h: int, w: int):
    for k in prange(h * w):
        y = k // w
        x = k % w
        a[y, x] = k


def flat_from_grid(a: pyrx.float64[:], h: int, w: int):
    for i in prange(h):
        for j in range(w):
            a[i * w + j] = i - j


def flat_cube(a: pyrx.float64[:], d: int, h: int, w: int):
    for i in prange(d):
        for j in range(h):
            for k in range(w):
                a[(i * h + j) * w + k] = k


def strided_rows(a: pyrx.float64[:], n: int, columns: int, stride: int):
    for i in prange(n):
        for j in range(columns):
            a[i * stride + j] = 0


def flat_stencil(a: pyrx.float64[:], h: int, w: int):
    for i in prange(1, h):
        for j in range(w):
            a[i * w + j] = a[(i - 1) * w + j]  # race


def channels(a: pyrx.float64[:], n: int):
    for i in prange(n):
        for c in range(4):
            a[4 * i + c] = c


def too_many_channels(a: pyrx.float64[:], n: int):
    for i in prange(n):
        for c in range(5):
            a[4 * i + c] = c  # race


def scatter_add(out: pyrx.float64[:], x: pyrx.float64[:], kernel: pyrx.float64[:]):
    for i in prange(len(x)):
        for j in range(len(kernel)):
            out[i + j] += x[i] * kernel[j]  # race


def permutation(out: pyrx.float64[:], order: pyrx.int64[:], a: pyrx.float64[:]):
    for i in prange(len(order)):
        out[order[i]] = a[i]


def gather(out: pyrx.float64[:], order: pyrx.int64[:], a: pyrx.float64[:]):
    for i in prange(len(order)):
        out[i] += a[order[i]]


def histogram(count: pyrx.int64[:], bins: pyrx.int64[:]):
    for i in prange(len(bins)):
        count[bins[i]] += 1  # race


def histogram_of_floats(count: pyrx.int64[:], x: pyrx.float64[:], width: float):
    for i in prange(len(x)):
        count[int(x[i] / width)] += 1  # race


def sparse_rows(data: pyrx.float64[:], start: pyrx.int64[:], x: pyrx.float64[:]):
    for i in prange(len(start) - 1):
        for p in range(start[i], start[i + 1]):
            data[p] *= x[i]


def sparse_transposed(y: pyrx.float64[:], start: pyrx.int64[:], row: pyrx.int64[:], x: pyrx.float64[:]):
    for i in prange(len(start) - 1):
        for p in range(start[i], start[i + 1]):
            y[row[p]] += x[i]  # race


def rows(a: pyrx.float64[:, :]):
    for i in prange(a.shape[0]):
        for j in range(1, a.shape[1]):
            a[i, j] += a[i, j - 1]


def columns(a: pyrx.float64[:, :]):
    for j in prange(a.shape[1]):
        for i in range(1, a.shape[0]):
            a[i, j] += a[i - 1, j]


def in_place_stencil(a: pyrx.float64[:, :]):
    for i in prange(1, a.shape[0] - 1):
        for j in range(1, a.shape[1] - 1):
            a[i, j] = a[i - 1, j] + a[i, j - 1]  # race


def transposed(a: pyrx.float64[:, :]):
    for i in prange(a.shape[0]):
        for j in range(i):
            a[j, i] = a[i, j]


def mirrored(a: pyrx.float64[:, :]):
    for i in prange(a.shape[0]):
        for j in range(a.shape[0]):
            if i < j:
                a[j, i] = a[i, j]


def mirrored_all(a: pyrx.float64[:, :]):
    for i in prange(a.shape[0]):
        for j in range(a.shape[0]):
            a[j, i] = a[i, j]  # race


def diagonal(a: pyrx.float64[:, :]):
    for i in prange(a.shape[0] - 1):
        a[i, i + 1] = a[i + 1, i]


def same_item(a: pyrx.float64[:], x: pyrx.float64[:]):
    for i in prange(len(x)):
        a[0] += x[i]  # race


def same_items(a: pyrx.float64[:], x: pyrx.float64[:]):
    for i in prange(len(x)):
        for j in range(len(a)):
            a[j] += x[i]  # race


def first_only(a: pyrx.float64[:], x: pyrx.float64[:]):
    for i in prange(len(x)):
        if i == 0:
            a[0] = x[i]


def border(a: pyrx.float64[:]):
    n = len(a)
    for i in prange(n):
        if i == 0:
            a[i] = 1
        elif i == n - 1:
            a[n - 1] = 2
        else:
            a[i] = 3


def halves(a: pyrx.float64[:]):
    half = len(a) // 2
    for i in prange(half):
        t = a[i + half]
        a[i + half] = a[i] - t
        a[i] = a[i] + t


def butterflies(a: pyrx.float64[:], half: int):
    for b in prange(len(a) // (2 * half)):
        for j in range(half):
            low = b * 2 * half + j
            t = a[low + half]
            a[low + half] = a[low] - t
            a[low] = a[low] + t


def lagged(a: pyrx.float64[:], lag: int):
    for i in prange(lag, len(a)):
        a[i] = a[i] + a[i - lag]  # race


def reversed_in_place(a: pyrx.float64[:]):
    n = len(a)
    for i in prange(n // 2):
        t = a[i]
        a[i] = a[n - 1 - i]
        a[n - 1 - i] = t


def reversed_too_far(a: pyrx.float64[:]):
    n = len(a)
    for i in prange(n):
        a[i] = a[n - 1 - i]  # race


def from_the_end(a: pyrx.float64[:], b: pyrx.float64[:]):
    for i in prange(len(a)):
        a[-1 - i] = b[i]


def row_views(a: pyrx.float64[:, :]):
    for i in prange(a.shape[0]):
        row = a[i]
        for j in range(1, row.shape[0]):
            row[j] = row[j - 1]


def next_row_view(a: pyrx.float64[:, :]):
    for i in prange(a.shape[0] - 1):
        row = a[i]
        below = a[i + 1]
        for j in range(row.shape[0]):
            row[j] = below[j]  # race


def same_row_view(a: pyrx.float64[:, :]):
    for i in prange(a.shape[0]):
        row = a[0]
        row[1] = i  # race


def filled_rows(a: pyrx.float64[:, :]):
    for i in prange(a.shape[0]):
        a[i] = i
        a[i, :] = 2 * i


def filled_blocks(a: pyrx.float64[:]):
    for i in prange(len(a) // 8):
        a[8 * i : 8 * i + 8] = i


def filled_overlapping(a: pyrx.float64[:]):
    for i in prange(len(a) // 8):
        a[8 * i : 8 * i + 9] = i  # race


def filled_whole(a: pyrx.float64[:]):
    for i in prange(len(a)):
        a[:] = i  # race


def blocks(a: pyrx.float64[:], size: int):
    n = len(a)
    for b in prange((n + size - 1) // size):
        first = b * size
        last = min(first + size, n)
        for k in range(first, last):
            a[k] = b


def stepped_blocks(a: pyrx.float64[:]):
    for first in prange(0, len(a), 64):
        for k in range(first, min(first + 64, len(a))):
            a[k] = first


def running(a: pyrx.float64[:]):
    for i in prange(len(a)):
        k = 0
        while k < 3:
            a[k] = i  # race
            k += 1


def set_at(a: pyrx.float64[:], i: int, x: float):
    a[i] = x


def set_first(a: pyrx.float64[:], x: float):
    a[0] = x


def stores_by_index(a: pyrx.float64[:]):
    for i in prange(len(a)):
        set_at(a, i, 1.0)


def stores_at_once(a: pyrx.float64[:]):
    for i in prange(len(a)):
        set_first(a, 1.0)  # race


def stores_in_row(a: pyrx.float64[:, :]):
    for i in prange(a.shape[0]):
        set_first(a[i], 1.0)


def aliased_names(a: pyrx.float64[:], b: pyrx.float64[:]):
    for i in prange(len(a) - 1):
        a[i] = b[i + 1]


def shifted_name(a: pyrx.float64[:]):
    b = a[1:]
    for i in prange(len(b)):
        a[i] = b[i]  # race


def own_memory(out: pyrx.float64[:]):
    for i in prange(len(out)):
        scratch = np.zeros(4)
        scratch[0] = i
        scratch[1] = scratch[0]
        out[i] = scratch[1]


def shared_memory(out: pyrx.float64[:]):
    scratch = np.zeros(4)
    for i in prange(len(out)):
        scratch[0] = i  # race
        out[i] = scratch[0]


def nested(a: pyrx.float64[:, :]):
    for i in prange(a.shape[0]):
        for j in prange(a.shape[1] - 1):
            a[i, j] = a[i, j + 1]  # race


def triangle(a: pyrx.float64[:], n: int):
    for i in prange(n):
        for j in range(i):
            a[i * (i - 1) // 2 + j] = i


def squares(a: pyrx.float64[:], n: int):
    for i in prange(n):
        a[i * i] += i


def few(a: pyrx.float64[:]):
    for i in prange(4):
        a[i] = a[i + 4]


def shifted(a: pyrx.int64[:]):
    for i in prange(len(a) >> 1):
        a[i << 1] = i
        a[(i << 1) | 1] = i


def masked(a: pyrx.int64[:], x: pyrx.int64[:]):
    for i in prange(len(x)):
        a[i & 7] = x[i]  # race


def several(count: pyrx.int64[:, :], bins: pyrx.int64[:]):
    for i in prange(count.shape[0]):
        for k in range(len(bins)):
            count[i, bins[k]] += 1


def mean_of_all(a: pyrx.float64[:]):
    for i in prange(len(a)):
        a[i] = sum(a)  # race


def mean_of_row(a: pyrx.float64[:, :], out: pyrx.float64[:]):
    for i in prange(a.shape[0]):
        out[i] = sum(a[i])


def one_thread(a: pyrx.float64[:], log: list):
    for i in prange(len(a)):
        log.append(i)
        a[0] = i


def by_thread(parts: pyrx.float64[:], x: pyrx.float64[:]):
    for i in prange(len(x)):
        parts[pyrx.threadid()] += x[i]


def by_thread_row(parts: pyrx.float64[:, :], x: pyrx.float64[:]):
    for i in prange(len(x)):
        t = pyrx.threadid()
        for j in range(parts.shape[1]):
            parts[t, j] += x[i]
