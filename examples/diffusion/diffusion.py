"""Heat that spreads over a plate with a cold rim: explicit steps of the diffusion equation."""

import numpy as np
import pyrx


def step(u: pyrx.float64[:, ::1], out: pyrx.float64[:, ::1], k: float):
    """One step: each inner point moves towards the mean of its four neighbours."""
    rows, columns = u.shape
    for i in range(1, rows - 1):
        for j in range(1, columns - 1):
            out[i, j] = u[i, j] + k * (u[i - 1, j] + u[i + 1, j] + u[i, j - 1] + u[i, j + 1] - 4.0 * u[i, j])


def diffuse(u: pyrx.float64[:, ::1], k: float, count: int):
    """`count` steps. Returns the new state, leaves `u` alone."""
    old = u.copy()
    new = u.copy()
    for _ in range(count):
        step(old, new, k)
        old, new = new, old
    return old


def plate(size: int):
    """A cold plate with a hot square in the middle."""
    u = np.zeros((size, size))
    for i in range(size // 3, 2 * size // 3):
        for j in range(size // 3, 2 * size // 3):
            u[i, j] = 100.0
    return u


def total(u: pyrx.float64[:, :]) -> float:
    """The heat on the plate."""
    heat = 0.0
    for i in range(u.shape[0]):
        for j in range(u.shape[1]):
            heat += u[i, j]
    return float(heat)


def main(size: int = 48, count: int = 60):
    start = plate(size)
    end = diffuse(start, 0.2, count)
    print(f"heat before {total(start):.6f}, after {total(end):.6f}, centre {end[size // 2, size // 2]:.12f}")


if __name__ == "__main__":
    main()
