"""Pi by the series of Leibniz: 4 * (1 - 1/3 + 1/5 - 1/7 + ...)."""

import math


def leibniz(terms: int) -> float:
    """Four times the sum of so many terms, in order."""
    total = 0.0
    sign = 1.0
    for k in range(terms):
        total += sign / (2 * k + 1)
        sign = -sign
    return 4.0 * total


def leibniz_integers(terms: int) -> float:
    """The same by powers of minus one."""
    total = 0.0
    for k in range(terms):
        total += (-1) ** k / (2 * k + 1)
    return 4.0 * total


def main(terms: int = 20_000):
    pi = leibniz(terms)
    print(f"{pi:.15f} after {terms} terms, off by {abs(pi - math.pi):.3e}")
    print(f"{leibniz_integers(terms):.15f}")


if __name__ == "__main__":
    main()
