"""Generators, hashes and checksums: arithmetic under a mask stays exact."""


def lcg(seed: int, n: int):
    state = seed
    for _ in range(n):
        state = (1103515245 * state + 12345) & 0x7FFFFFFF
    return state


def lcg64(seed: int, n: int):
    state = seed
    for _ in range(n):
        state = (6364136223846793005 * state + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
    return state


def lcg_mod(seed: int, n: int):
    state = seed
    for _ in range(n):
        state = (6364136223846793005 * state + 1442695040888963407) % 2**64
    return state


def lcg_prime(seed: int, n: int):
    state = seed
    for _ in range(n):
        state = state * 16807 % 2147483647
    return state


def fnv1a(data: bytes):
    h = 0xCBF29CE484222325
    for byte in data:
        h ^= byte
        h = (h * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return h


def djb2(text: str):
    h = 5381
    for c in text:
        h = ((h << 5) + h + ord(c)) & 0xFFFFFFFF
    return h


def adler32(data: bytes):
    a, b = 1, 0
    for byte in data:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return (b << 16) | a


def crc32(data: bytes):
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ (0xEDB88320 & -(crc & 1))
    return crc ^ 0xFFFFFFFF


def xorshift(seed: int, n: int):
    x = seed & 0xFFFFFFFFFFFFFFFF
    for _ in range(n):
        x ^= (x << 13) & 0xFFFFFFFFFFFFFFFF
        x ^= x >> 7
        x ^= (x << 17) & 0xFFFFFFFFFFFFFFFF
    return x


def rotate_left(x: int, k: int):
    return ((x << k) | (x >> (32 - k))) & 0xFFFFFFFF


def mask_of_difference(a: int, b: int):
    return (a - b) & 0xFF


def mask_of_product(a: int, b: int):
    return (a * b + (a ^ b)) & 0xFFFF


def masked_shift(a: int):
    return (a << 60) & 0xFFFFFFFFFFFFFFFF


def masked_then_divided(a: int):
    return ((a * a) & 0xFFFFFFFF) // 7


def divided_then_masked(a: int):
    return ((a * a) // 7) & 0xFFFFFFFF


def popcount(x: int):
    x = x & 0xFFFFFFFFFFFFFFFF
    count = 0
    while x:
        x &= x - 1
        count += 1
    return count


def to_signed(x: int):
    x &= 0xFFFFFFFF
    return x - 0x100000000 if x & 0x80000000 else x


# --- calls
(lcg(seed, n) for seed in (0, 1, 42, -1, 2**62, 10**30) for n in (0, 1, 1000))
(lcg64(seed, n) for seed in (0, 1, 2**64 - 1, -1) for n in (0, 1, 100))
(lcg_mod(seed, n) for seed in (0, 1, 2**64 - 1, -1) for n in (0, 1, 100))
(lcg_prime(seed, n) for seed in (1, 2, 2147483646) for n in (0, 1, 1000))
(fnv1a(data) for data in (b"", b"a", b"foobar", bytes(range(256))))
fnv1a(bytearray(b"foobar"))
fnv1a("foobar")  # refused: TypeError 'data'
(djb2(text) for text in ("", "a", "hello world", "größer €", "\U0001f600"))
(adler32(data) for data in (b"", b"Wikipedia", bytes(range(256)) * 10))
(crc32(data) for data in (b"", b"123456789", bytes(range(256))))
(xorshift(seed, n) for seed in (0, 1, 88172645463325252, -1) for n in (0, 1, 100))
(rotate_left(x, k) for x in (0, 1, 0x80000001, 0xFFFFFFFF) for k in (0, 1, 31, 32))
rotate_left(1, 33)
(mask_of_difference(a, b) for a in (0, 1, 300, 2**63 - 1) for b in (0, 1, 301, -(2**63)))
(mask_of_product(a, b) for a in (3, -3, 2**62, 2**63 - 1) for b in (5, -5, 2**62, -(2**63)))
(masked_shift(a) for a in (0, 1, 15, 16, 17, -1, 2**62))
(masked_then_divided(a) for a in (0, 3, 2**31, 2**40 + 1, -(2**62)))
(divided_then_masked(a) for a in (0, 3, 2**31, 2**40 + 1, -(2**62)))
(popcount(x) for x in (0, 1, 255, -1, 2**63, 2**64))
(to_signed(x) for x in (0, 1, 2**31, 2**32 - 1, -1, 2**40 + 5))
