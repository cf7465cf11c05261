"""A square membrane that is held at its rim."""

import pyrx


def step(before: pyrx.float64[:, ::1], now: pyrx.float64[:, ::1], after: pyrx.float64[:, ::1], courant: float) -> float:
    """One step of the wave equation; the largest height afterwards."""
    c2 = courant * courant
    largest = 0.0
    for i in range(1, now.shape[0] - 1):
        for j in range(1, now.shape[1] - 1):
            around = now[i + 1, j] + now[i - 1, j] + now[i, j + 1] + now[i, j - 1]
            after[i, j] = 2.0 * now[i, j] - before[i, j] + c2 * (around - 4.0 * now[i, j])
            largest = max(largest, after[i, j])
    return largest
