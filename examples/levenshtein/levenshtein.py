"""The Levenshtein distance: how many insertions, deletions and substitutions turn one string into another."""

import numpy as np


def levenshtein(a: str, b: str) -> int:
    """The distance, by one row of the table at a time."""
    if len(a) < len(b):
        a, b = b, a
    previous = np.arange(len(b) + 1)
    current = np.empty_like(previous)
    for i, x in enumerate(a):
        current[0] = i + 1
        for j, y in enumerate(b):
            insertion = current[j] + 1
            deletion = previous[j + 1] + 1
            substitution = previous[j] + (x != y)
            current[j + 1] = min(insertion, deletion, substitution)
        previous, current = current, previous
    return int(previous[len(b)])


def common_prefix(a: str, b: str) -> int:
    """How many characters both strings start with."""
    count = 0
    for x, y in zip(a, b):
        if x != y:
            break
        count += 1
    return count


def main():
    pairs = [("kitten", "sitting"), ("", "abc"), ("flaw", "lawn"), ("größer", "grosser"), ("same", "same")]
    for a, b in pairs:
        print(a or "-", b, levenshtein(a, b), common_prefix(a, b))


if __name__ == "__main__":
    main()
