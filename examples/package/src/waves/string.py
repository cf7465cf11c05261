"""A string that is held at both ends: the wave equation in one dimension by central differences."""

import numpy as np
import pyrx


def pluck(points: int, at: float) -> np.ndarray:
    """A string of unit height that was pulled up at a fraction of its length."""
    height = np.empty(points)
    peak = at * (points - 1)
    for i in range(points):
        height[i] = i / peak if i <= peak else (points - 1 - i) / (points - 1 - peak)
    return height


def run(height: pyrx.float64[::1], steps: int, courant: float) -> np.ndarray:
    """The height after some steps, released from rest; `courant` is the distance a wave travels in a step, in points."""
    points = len(height)
    before = height.copy()
    now = height.copy()
    after = np.zeros(points)
    c2 = courant * courant
    for _ in range(steps):
        for i in range(1, points - 1):
            after[i] = 2.0 * now[i] - before[i] + c2 * (now[i + 1] - 2.0 * now[i] + now[i - 1])
        for i in range(points):
            before[i] = now[i]
            now[i] = after[i]
    return now


def energy(before: pyrx.float64[::1], now: pyrx.float64[::1], courant: float) -> float:
    """Kinetic and elastic energy between two steps, in units of the string's."""
    if len(before) != len(now):
        raise ValueError("two steps of one string have as many points")
    total = 0.0
    for i in range(1, len(now)):
        speed = now[i] - before[i]
        total += 0.5 * speed * speed + 0.5 * courant * courant * (now[i] - now[i - 1]) * (before[i] - before[i - 1])
    return total
