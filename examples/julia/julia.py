"""The Julia set of z -> z*z + c: how many steps each point of the plane stays within the circle of radius 2.

The same set three times: over an array of pixels, over lists of complex numbers, and over an array by several threads.
"""

import sys
import time

import numpy as np
import pyrx


def julia(out: pyrx.int32[:, ::1], c: complex, radius: float, limit: int):
    """Counts steps for a grid of points from -radius to radius, at most `limit`, into `out`."""
    height, width = out.shape
    for row in range(height):
        y = radius * (2.0 * row / (height - 1) - 1.0)
        for column in range(width):
            x = radius * (2.0 * column / (width - 1) - 1.0)
            out[row, column] = steps(x, y, c.real, c.imag, limit)


def steps(x: float, y: float, cx: float, cy: float, limit: int) -> int:
    """How often z -> z*z + c may be applied to x + y*1j before |z| > 2, at most `limit`."""
    count = 0
    while count < limit:
        xx = x * x
        yy = y * y
        if xx + yy > 4.0:
            break
        y = 2.0 * x * y + cy
        x = xx - yy + cx
        count += 1
    return count


def julia_list(points: list[complex], constants: list[complex], limit: int) -> list[int]:
    """Counts steps for a list of points, each with its own constant."""
    counts = [0] * len(points)
    for i in range(len(points)):
        z = points[i]
        c = constants[i]
        n = 0
        while n < limit and z.real * z.real + z.imag * z.imag < 4.0:
            z = z * z + c
            n += 1
        counts[i] = n
    return counts


def julia_parallel(out: pyrx.int32[:, ::1], c: complex, radius: float, limit: int):
    """As `julia`, rows shared out among threads; rows differ in cost, hence the guided schedule."""
    height, width = out.shape
    for row in pyrx.prange(height, schedule="guided"):
        y = radius * (2.0 * row / (height - 1) - 1.0)
        for column in range(width):
            x = radius * (2.0 * column / (width - 1) - 1.0)
            out[row, column] = steps(x, y, c.real, c.imag, limit)


def grid(size: int, radius: float) -> list[complex]:
    """The points of a square grid from -radius to radius, row by row."""
    points = []
    for row in range(size):
        y = radius * (2.0 * row / (size - 1) - 1.0)
        for column in range(size):
            x = radius * (2.0 * column / (size - 1) - 1.0)
            points.append(complex(x, y))
    return points


def main(size: int = 200, limit: int = 300):
    """Prints a checksum of each version, and the elapsed time to standard error."""
    constant = complex(-0.62772, -0.42193)
    start = time.perf_counter()
    image = np.empty((size, size), np.int32)
    julia(image, constant, 1.8, limit)
    elapsed = time.perf_counter() - start
    print("array   ", int(image.sum()))
    points = grid(size // 2, 1.8)
    print("list    ", sum(julia_list(points, [constant] * len(points), limit)))
    threaded = np.empty_like(image)
    julia_parallel(threaded, constant, 1.8, limit)
    print("parallel", int(threaded.sum()), bool((threaded == image).all()))
    print(f"julia: {elapsed:.4f} s", file=sys.stderr)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
