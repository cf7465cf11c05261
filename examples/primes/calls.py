"""What to call in primes.py: function, arguments of a small test, arguments of a benchmark."""

CALLS = [
    ("primes", lambda: (30,), lambda: (5000,)),
    ("all_prime", lambda: ([2, 3, 5, 7, 11, 9973],), lambda: ([1_000_003] * 2000,)),
    ("count_primes", lambda: ([-3, 0, 1, 2, 9, 97, 2**31 - 1],), lambda: (list(range(100_000)),)),
]
