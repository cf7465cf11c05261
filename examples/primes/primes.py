"""Prime numbers by trial division."""


def primes(count: int) -> list[int]:
    """The first so many primes, by division through the primes found before."""
    found: list[int] = []
    n = 2
    while len(found) < count:
        for p in found:
            if p * p > n:
                found.append(n)
                break
            if n % p == 0:
                break
        else:
            found.append(n)
        n += 1
    return found


def all_prime(numbers: list[int]) -> bool:
    """Whether every number of the list is prime."""
    for n in numbers:
        if not is_prime(n):
            return False
    return True


def is_prime(n: int) -> bool:
    if n < 2:
        return False
    if n % 2 == 0:
        return n == 2
    d = 3
    while d * d <= n:
        if n % d == 0:
            return False
        d += 2
    return True


def count_primes(numbers: list[int]) -> int:
    """How many numbers of the list are prime."""
    return_value = 0
    for n in numbers:
        if is_prime(n):
            return_value += 1
    return return_value


def main(count: int = 300):
    found = primes(count)
    print(*found[:10], "...", found[-1])
    print("all prime:", all_prime(found), "of the first 1000 numbers:", count_primes(list(range(1000))))


if __name__ == "__main__":
    main()
