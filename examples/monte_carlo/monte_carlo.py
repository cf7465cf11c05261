"""Pi by throwing darts at a square. A linear congruential generator makes every run the same."""

import math
import time

# pythran export estimate(int, int)
# pythran export random_floats(int, int)


def estimate(count, seed):
    """Four times the share of points in the unit square that fall into the quarter circle."""
    inside = 0
    state = seed
    for _ in range(count):
        state = (1103515245 * state + 12345) & 0x7FFFFFFF
        x = state / 2147483648.0
        state = (1103515245 * state + 12345) & 0x7FFFFFFF
        y = state / 2147483648.0
        if x * x + y * y < 1.0:
            inside += 1
    return 4.0 * inside / count


def random_floats(count, seed):
    """The generator's next numbers in [0, 1), by its 64-bit form."""
    numbers = []
    state = seed
    for _ in range(count):
        state = (6364136223846793005 * state + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
        numbers.append((state >> 11) / 9007199254740992.0)
    return numbers


def main(count: int = 20_000):
    start = time.perf_counter()
    pi = estimate(count, 42)
    assert time.perf_counter() >= start
    print(f"pi is about {pi:.6f}, off by {abs(pi - math.pi):.6f}")
    print(" ".join(f"{x:.6f}" for x in random_floats(5, 1)))


if __name__ == "__main__":
    main()
