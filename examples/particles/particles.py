"""Particles that move on circles about the origin, each at its own speed, in many small steps."""

import math

import numpy as np
import pyrx


class Particle:
    """A particle as an object: what one writes first."""

    def __init__(self, x: float, y: float, speed: float):
        self.x = x
        self.y = y
        self.speed = speed


def evolve(x: "float64[::1]", y: "float64[::1]", speed: "float64[::1]", duration: float, dt: float):  # noqa: F821
    """Moves all particles for a time, step by step along the tangent."""
    count = int(duration / dt)
    for _ in range(count):
        for i in range(len(x)):
            norm = math.sqrt(x[i] * x[i] + y[i] * y[i])
            vx = -y[i] * speed[i] / norm
            vy = x[i] * speed[i] / norm
            x[i] += vx * dt
            y[i] += vy * dt


def evolve_objects(particles, duration: float, dt: float):
    """The same over objects."""
    count = int(duration / dt)
    for _ in range(count):
        for p in particles:
            norm = (p.x**2 + p.y**2) ** 0.5
            vx = -p.y * p.speed / norm
            vy = p.x * p.speed / norm
            p.x += vx * dt
            p.y += vy * dt


def spread(x: pyrx.float64[:], y: pyrx.float64[:]):
    """The largest distance from the origin."""
    largest = 0.0
    for i in range(x.shape[0]):
        largest = max(largest, math.hypot(x[i], y[i]))
    return largest


def main(count: int = 50):
    x = np.cos(np.arange(count) * 0.5).round(6) + 0.01
    y = np.sin(np.arange(count) * 0.5).round(6) + 0.02
    speed = (np.arange(count) - count / 2) / count
    particles = [Particle(float(a), float(b), float(s)) for a, b, s in zip(x, y, speed)]
    evolve(x, y, speed, 0.1, 0.001)
    evolve_objects(particles, 0.1, 0.001)
    print(f"first {x[0]:.12f} {y[0]:.12f}")
    print(f"as object {particles[0].x:.12f} {particles[0].y:.12f}")
    print(f"largest distance {spread(x, y):.12f}")


if __name__ == "__main__":
    main()
