"""The planets' orbits: positions and velocities of bodies that attract each other, and their energy."""

import math

import numpy as np
import pyrx

PI = 3.141592653589793
SOLAR_MASS = 4 * PI * PI
DAYS_PER_YEAR = 365.24


def advance(
    position: pyrx.float64[:, ::1], velocity: pyrx.float64[:, ::1], mass: pyrx.float64[::1], dt: float, steps: int
):
    """Moves the bodies by so many steps of length `dt` (years)."""
    n = len(mass)
    for _ in range(steps):
        for i in range(n):
            for j in range(i + 1, n):
                dx = position[i, 0] - position[j, 0]
                dy = position[i, 1] - position[j, 1]
                dz = position[i, 2] - position[j, 2]
                squared = dx * dx + dy * dy + dz * dz
                magnitude = dt / (squared * math.sqrt(squared))
                pull = mass[j] * magnitude
                velocity[i, 0] -= dx * pull
                velocity[i, 1] -= dy * pull
                velocity[i, 2] -= dz * pull
                pull = mass[i] * magnitude
                velocity[j, 0] += dx * pull
                velocity[j, 1] += dy * pull
                velocity[j, 2] += dz * pull
        for i in range(n):
            for k in range(3):
                position[i, k] += dt * velocity[i, k]


def energy(position: pyrx.float64[:, ::1], velocity: pyrx.float64[:, ::1], mass: pyrx.float64[::1]) -> float:
    """Kinetic and potential energy."""
    total = 0.0
    n = len(mass)
    for i in range(n):
        squared = 0.0
        for k in range(3):
            squared += velocity[i, k] * velocity[i, k]
        total += 0.5 * mass[i] * squared
        for j in range(i + 1, n):
            squared = 0.0
            for k in range(3):
                difference = position[i, k] - position[j, k]
                squared += difference * difference
            total -= mass[i] * mass[j] / math.sqrt(squared)
    return float(total)


def sun_and_planets():
    """Sun, Jupiter, Saturn, Uranus, Neptune: positions, velocities, masses."""
    position = np.array(
        [
            [0.0, 0.0, 0.0],
            [4.84143144246472090, -1.16032004402742839, -0.103622044471123109],
            [8.34336671824457987, 4.12479856412430479, -0.403523417114321381],
            [12.8943695621391310, -15.1111514016986312, -0.223307578892655734],
            [15.3796971148509165, -25.9193146099879641, 0.179258772950371181],
        ]
    )
    velocity = np.array(
        [
            [0.0, 0.0, 0.0],
            [0.00166007664274403694, 0.00769901118419740425, -0.0000690460016972063023],
            [-0.00276742510726411211, 0.00499852801234917238, 0.0000230417297573763929],
            [0.00296460137564761618, 0.00237847173959480950, -0.0000296589568540237556],
            [0.00268067772490389322, 0.00162824170038242295, -0.0000951592254519715870],
        ]
    )
    mass = np.array(
        [1.0, 9.54791938424326609e-4, 2.85885980666130812e-4, 4.36624404335156298e-5, 5.15138902046611451e-5]
    )
    velocity *= DAYS_PER_YEAR
    mass *= SOLAR_MASS
    velocity[0] = -(mass[1:, None] * velocity[1:]).sum(axis=0) / SOLAR_MASS
    return position, velocity, mass


def main(steps: int = 500):
    position, velocity, mass = sun_and_planets()
    print(f"{energy(position, velocity, mass):.9f}")
    advance(position, velocity, mass, 0.01, steps)
    print(f"{energy(position, velocity, mass):.9f}")


if __name__ == "__main__":
    main()
