"""A sample for the report: one function of each kind, and lines of every shade."""

import json

import numpy as np

import pyrx


def diffuse(u: pyrx.float64[:, ::1], new: pyrx.float64[:, ::1], alpha: float, steps: int):
    """Explicit steps of the heat equation on a grid with a fixed rim."""
    rows, columns = u.shape
    for step in range(steps):
        for i in pyrx.prange(1, rows - 1):
            for j in range(1, columns - 1):
                laplace = u[i - 1, j] + u[i + 1, j] + u[i, j - 1] + u[i, j + 1] - 4.0 * u[i, j]
                new[i, j] = u[i, j] + alpha * laplace
        u, new = new, u
    return u


def histogram(values: pyrx.float64[:], bins: pyrx.int64[:], low: float, high: float):
    scale = len(bins) / (high - low)
    for k in pyrx.prange(len(values)):
        bin = int((values[k] - low) * scale)
        if 0 <= bin < len(bins):
            bins[bin] += 1  # two threads may meet here


def score(table, names: list[str], weights: pyrx.float64[::1]) -> float:
    """Mixed: `table` is whatever the caller has."""
    total = 0.0
    for name in names:
        row = table[name]
        for i in range(len(weights)):
            total += row[i] * weights[i]
            for mark in row.marks:
                if mark.startswith("x"):
                    for cell in mark.cells:
                        total += cell
    print(f"{len(names)} names, total {total:.3f}")
    return total


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


class Grid:
    def __init__(self, size: int):
        self.cells = np.zeros((size, size))

    def total(self) -> float:
        return float(self.cells.sum())


if __name__ == "__main__":
    print(score(load("table.json"), ["a", "b"], np.ones(3)))
