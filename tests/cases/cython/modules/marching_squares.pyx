# cython: boundscheck=True, wraparound=False, cdivision=True
"""Contours of a grid by marching squares, with the table of cases written out."""
import numpy as np

cimport numpy as cnp


cdef inline double fraction(double start, double end, double level) noexcept nogil:
    """Where along the edge the level is crossed."""
    if end == start:
        return 0
    return (level - start) / (end - start)


def segments(const cnp.float64_t[:, :] grid, double level, bint high=False, const unsigned char[:, :] mask=None):
    """The pieces of the contour as pairs of points, one case of sixteen a square."""
    cdef list out = []
    cdef unsigned char case = 0
    cdef tuple top, bottom, left, right
    cdef double ul, ur, ll, lr
    cdef Py_ssize_t r0, r1, c0, c1
    if grid.shape[0] < 2 or grid.shape[1] < 2:
        raise ValueError("the grid must be at least 2 by 2")
    for r0 in range(grid.shape[0] - 1):
        for c0 in range(grid.shape[1] - 1):
            r1, c1 = r0 + 1, c0 + 1
            if mask is not None and not (mask[r0, c0] and mask[r0, c1] and mask[r1, c0] and mask[r1, c1]):
                continue
            ul = grid[r0, c0]
            ur = grid[r0, c1]
            ll = grid[r1, c0]
            lr = grid[r1, c1]
            if ul != ul or ur != ur or ll != ll or lr != lr:
                continue
            case = 0
            if ul > level:
                case += 1
            if ur > level:
                case += 2
            if ll > level:
                case += 4
            if lr > level:
                case += 8
            if case == 0 or case == 15:
                continue
            top = (r0, c0 + fraction(ul, ur, level))
            bottom = (r1, c0 + fraction(ll, lr, level))
            left = (r0 + fraction(ul, ll, level), c0)
            right = (r0 + fraction(ur, lr, level), c1)
            if case == 1:
                out.append((top, left))
            elif case == 2:
                out.append((right, top))
            elif case == 3:
                out.append((right, left))
            elif case == 4:
                out.append((left, bottom))
            elif case == 5:
                out.append((top, bottom))
            elif case == 6:
                if high:
                    out.append((left, top))
                    out.append((right, bottom))
                else:
                    out.append((right, top))
                    out.append((left, bottom))
            elif case == 7:
                out.append((right, bottom))
            elif case == 8:
                out.append((bottom, right))
            elif case == 9:
                if high:
                    out.append((top, right))
                    out.append((bottom, left))
                else:
                    out.append((top, left))
                    out.append((bottom, right))
            elif case == 10:
                out.append((bottom, top))
            elif case == 11:
                out.append((bottom, left))
            elif case == 12:
                out.append((left, right))
            elif case == 13:
                out.append((top, right))
            elif case == 14:
                out.append((left, top))
    return out


def length(const cnp.float64_t[:, :] grid, double level):
    """The length of all contours of a level, without making them."""
    cdef Py_ssize_t r, c
    cdef double total = 0, ul, ur, ll, lr, t, b, l, q
    cdef int case
    for r in range(grid.shape[0] - 1):
        for c in range(grid.shape[1] - 1):
            ul, ur, ll, lr = grid[r, c], grid[r, c + 1], grid[r + 1, c], grid[r + 1, c + 1]
            case = (ul > level) + 2 * (ur > level) + 4 * (ll > level) + 8 * (lr > level)
            if case == 0 or case == 15:
                continue
            t = fraction(ul, ur, level)
            b = fraction(ll, lr, level)
            l = fraction(ul, ll, level)
            q = fraction(ur, lr, level)
            if case in (1, 14):
                total += (t * t + l * l) ** 0.5
            elif case in (2, 13):
                total += ((1 - t) * (1 - t) + q * q) ** 0.5
            elif case in (3, 12):
                total += (1 + (l - q) * (l - q)) ** 0.5
            elif case in (4, 11):
                total += ((1 - l) * (1 - l) + b * b) ** 0.5
            elif case in (5, 10):
                total += (1 + (t - b) * (t - b)) ** 0.5
            elif case in (7, 8):
                total += ((1 - q) * (1 - q) + (1 - b) * (1 - b)) ** 0.5
            else:
                total += (t * t + l * l) ** 0.5 + ((1 - q) * (1 - q) + (1 - b) * (1 - b)) ** 0.5
    return total


def area(const cnp.float64_t[:, :] grid, double level):
    """How much of the grid lies above the level, by squares."""
    cdef Py_ssize_t r, c
    cdef int inside
    cdef double total = 0
    for r in range(grid.shape[0] - 1):
        for c in range(grid.shape[1] - 1):
            inside = grid[r, c] > level
            inside += grid[r, c + 1] > level
            inside += grid[r + 1, c] > level
            inside += grid[r + 1, c + 1] > level
            total += inside / 4.0
    return total


def assemble(list pieces):
    """Chains of points from the pieces, joined at equal ends."""
    cdef dict starts = {}, ends = {}
    cdef list contours = []
    cdef Py_ssize_t i
    for first, last in pieces:
        if first == last:
            continue
        head = starts.pop(last, None)
        tail = ends.pop(first, None)
        if head is not None and tail is not None:
            if head is tail:
                head.append(last if head[-1] != last else first)
                contours.append(head)
                continue
            tail.extend(head)
            ends[tail[-1]] = tail
        elif head is not None:
            head.insert(0, first)
            starts[first] = head
        elif tail is not None:
            tail.append(last)
            ends[last] = tail
        else:
            chain = [first, last]
            starts[first] = chain
            ends[last] = chain
    for chain in starts.values():
        contours.append(chain)
    return contours

# --- calls
(segments(np.sin(np.arange(20.0) * 1.7).reshape(4, 5), level, high) for level in (0.0, 0.5) for high in (False, True))
segments(np.array([[0.0, 1], [1, 0]]), 0.5)
segments(np.array([[0.0, 1], [1, 0]]), 0.5, True)
segments(np.array([[0.0, 1], [nan, 0]]), 0.5)
segments(np.array([[0.0, 1, 1], [1, 0, 1]]), 0.5, False, np.array([[1, 1, 0], [1, 1, 0]], np.uint8))
segments(f8(1, 3), 0.5)
(length(np.sin(np.arange(20.0) * 1.7).reshape(4, 5), level) for level in (0.0, 0.5, 2.0))
(area(np.sin(np.arange(20.0) * 1.7).reshape(4, 5), level) for level in (0.0, -2.0))
assemble(segments(np.array([[0.0, 0, 0, 0], [0, 1, 1, 0], [0, 0, 0, 0]]), 0.5))
assemble([])
