"""Chebyshev distances: the largest difference in any coordinate, between all pairs of points."""

import numpy as np
import pyrx


def distances(points: pyrx.float64[:, ::1]):
    """The matrix of distances between all pairs of points (one a row)."""
    count, dimensions = points.shape
    result = np.zeros((count, count))
    for i in range(count):
        for j in range(i + 1, count):
            largest = 0.0
            for k in range(dimensions):
                difference = abs(points[i, k] - points[j, k])
                if difference > largest:  # noqa: PLR1730 - the way one writes it first
                    largest = difference
            result[i, j] = largest
            result[j, i] = largest
    return result


def distance(a: tuple[float, float, float], b: tuple[float, float, float]) -> float:
    """The distance of two points in space, given as tuples."""
    return max(abs(a[0] - b[0]), abs(a[1] - b[1]), abs(a[2] - b[2]))


def closest(points: pyrx.float64[:, ::1]):
    """Indices and distance of the closest pair."""
    best = np.inf
    first = -1
    second = -1
    for i in range(len(points)):
        for j in range(i):
            largest = 0.0
            for k in range(points.shape[1]):
                largest = max(largest, abs(points[i, k] - points[j, k]))
            if largest < best:
                best = largest
                first = j
                second = i
    return first, second, best


def main(count: int = 40):
    points = np.random.default_rng(3).random((count, 3)).round(6)
    matrix = distances(points)
    first, second, best = closest(points)
    print(f"sum {matrix.sum():.6f}, largest {matrix.max():.6f}")
    print(f"closest pair {first} {second} at {best:.6f}")
    print(distance((0.0, 1.0, 2.0), (3.0, -1.0, 2.5)))


if __name__ == "__main__":
    main()
