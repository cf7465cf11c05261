"""Strings that are read: index, slice, iterate, compare, `ord`, `chr`, `len`, `in`; beyond ASCII too."""


def length(s: str):
    return len(s)


def char(s: str, i: int):
    return s[i]


def part(s: str, i: int, j: int):
    return s[i:j]


def part_step(s: str, i: int, j: int, k: int):
    return s[i:j:k]


def slices(s: str):
    return s[1:], s[:-1], s[::-1], s[::2], s[:], s[-2:], s[9:]


def code(s: str, i: int):
    return ord(s[i])


def codes(s: str):
    total = 0
    for c in s:
        total = total * 31 + ord(c)
    return total


def count_char(s: str, wanted: str):
    n = 0
    for c in s:
        if c == wanted:
            n += 1
    return n


def compare(a: str, b: str):
    return a == b, a != b, a < b, a <= b, a > b, a >= b


def contains(s: str, part: str):
    return part in s, part not in s


def in_literal(s: str):
    n = 0
    for c in s:
        if c in "aeiou":
            n += 1
        elif c in ("x", "y"):
            n += 10
    return n


def range_check(s: str):
    digits = 0
    for c in s:
        if "0" <= c <= "9":
            digits += 1
    return digits


def parse_int(s: str):
    value = 0
    for c in s:
        value = value * 10 + ord(c) - ord("0")
    return value


def is_palindrome(s: str):
    n = len(s)
    for i in range(n // 2):
        if s[i] != s[n - 1 - i]:
            return False
    return True


def common_prefix(a: str, b: str):
    i = 0
    while i < len(a) and i < len(b) and a[i] == b[i]:
        i += 1
    return a[:i]


def truth(s: str):
    return 1 if s else 0


def ord_of(s: str):
    return ord(s)


def chr_of(n: int):
    return chr(n)


def enumerate_chars(s: str):
    total = 0
    for i, c in enumerate(s):
        total += i * ord(c)
    return total


def zip_chars(a: str, b: str):
    n = 0
    for x, y in zip(a, b):
        if x != y:
            n += 1
    return n


def backwards(s: str):
    total = 0
    for c in reversed(s):
        total = total * 7 + ord(c)
    return total


def returned(s: str):
    return s


def constant():
    return "größe"


def chosen(n: int):
    if n == 0:
        return "zero"
    return "some"


def mode_flag(x: float, mode: str):  # level: any
    if mode == "sin":
        return x + 1
    elif mode == "cos":
        return x - 1
    else:
        raise ValueError("unknown mode: " + mode)


def concat(a: str, b: str):  # level: any
    return a + b, a * 2


def methods(s: str):  # level: any
    return s.upper(), s.strip(), s.split(), s.find("a"), s.startswith("a"), s.replace("a", "b"), s.isdigit()


def joined(n: int):  # level: any
    return ",".join([str(i) for i in range(n)])


def formatted(n: int, x: float, s: str):  # level: any
    return f"{n} {x:.3f} {s!r} {n:>5}|{x}"


def percent(n: int, x: float):  # level: any
    return "%d %.2f" % (n, x)


def text_of(n: int, x: float):  # level: any
    return str(n), str(x), repr(x)


def sum_codes(data: bytes):
    total = 0
    for b in data:
        total += b
    return total


def byte_at(data: bytes, i: int):
    return data[i]


def bytes_part(data: bytes, i: int, j: int):
    return data[i:j]


def bytes_compare(a: bytes, b: bytes):
    return a == b, a < b, len(a)


def bytes_contains(a: bytes, n: int):  # level: any
    return n in a, b"bc" in a


def levenshtein(a: str, b: str):  # level: any
    previous = [0] * (len(b) + 1)
    for j in range(len(b) + 1):
        previous[j] = j
    for i in range(len(a)):
        current = [i + 1]
        for j in range(len(b)):
            cost = 0 if a[i] == b[j] else 1
            current.append(min(current[j] + 1, previous[j + 1] + 1, previous[j] + cost))
        previous = current
    return previous[-1]


class OwnBytes(bytes):
    def __len__(self):
        return 42

    def __getitem__(self, i):
        return 7

    def __iter__(self):
        return iter([1, 2])


def bytes_looked_at(b: bytes):  # level: native
    total = 0
    for c in b:
        total += c
    return len(b), b[0], total


def bytes_returned(b: bytes):  # level: native
    return b


# --- calls
(length(s) for s in ("", "a", "größe", "\U0001f600x", "a\0b", "\ud800"))
(char(s, i) for s in ("abc", "größe", "\U0001f600x") for i in (0, 1, -1, -2, 5, -9))
char("", 0)
char("abc", 2**62)
(part(s, i, j) for s in ("", "größe", "ab\U0001f600") for i in (0, 1, -2, 9) for j in (0, 2, -1, 9))
(part_step("größen", i, j, k) for i in (0, 4, -1) for j in (0, 5, -9) for k in (1, 2, -1, -2, 0))
(slices(s) for s in ("", "a", "größe", "\U0001f600ab"))
(code(s, i) for s in ("abc", "größe", "\U0001f600") for i in (0, -1, 3))
(codes(s) for s in ("", "abc", "größe", "\U0001f600", "\0\uffff", "\udc80"))
codes("a long enough text to overflow the integer")
(count_char(s, c) for s in ("", "banana", "größöe") for c in ("a", "ö", "", "an"))
(compare(a, b) for a in ("", "a", "ab", "ö", "\U0001f600", "\uffff") for b in ("", "a", "z", "ö", "\uffff"))
(contains(s, t) for s in ("", "banana", "größe") for t in ("", "an", "öß", "x", "bananas"))
(in_literal(s) for s in ("", "education xyz", "äöü"))
(range_check(s) for s in ("", "a1b22", "٣4"))
(parse_int(s) for s in ("", "0", "123", "99999999999999999999", "-5"))
(is_palindrome(s) for s in ("", "a", "ab", "aba", "öabaö", "abca"))
(common_prefix(a, b) for a in ("", "größe", "grün") for b in ("", "grösser", "x"))
(truth(s) for s in ("", "a", "\0"))
(ord_of(s) for s in ("a", "ö", "\U0001f600"))
ord_of("")
ord_of("ab")
(chr_of(n) for n in (0, 97, 246, 0x1F600, 0xD800, 0x10FFFF, 0x110000, -1))
chr_of(2**62)
chr_of(2**70)
(enumerate_chars(s) for s in ("", "abc", "größe"))
(zip_chars(a, b) for a in ("", "abc", "größe") for b in ("", "abd", "grosse"))
(backwards(s) for s in ("", "abc", "größe"))
returned("abc")
returned(MyStr("abc"))
constant()
(chosen(n) for n in (0, 1))
mode_flag(1.5, "sin")
mode_flag(1.5, "cos")
mode_flag(1.5, "tän")
concat("ab", "ö")
methods(" abc a1 ")
joined(4)
formatted(5, 2 / 3, "ö'")
percent(5, 2 / 3)
text_of(-7, 1e22)
text_of(2**62, nan)
sum_codes(b"")
sum_codes(b"\x00\xffabc")
sum_codes(bytearray(b"abc"))
sum_codes("abc")  # refused: TypeError 'data'
(byte_at(b"abc", i) for i in (0, -1, 3, -4))
(bytes_part(b"abcd", i, j) for i in (0, 1, -2) for j in (0, 3, -1))
bytes_compare(b"ab", b"b")
bytes_contains(b"abc", 98)
bytes_contains(b"abc", 300)
(levenshtein(a, b) for a in ("", "kitten", "größe") for b in ("", "sitting", "grosse"))
length(b"abc")  # refused: TypeError 's'
length(5)  # refused: TypeError 's'
length(None)  # refused: TypeError 's'
length(["a"])  # refused: TypeError 's'
bytes_looked_at(b"abc")
bytes_looked_at(OwnBytes(b"abc"))
type(bytes_returned(OwnBytes(b"abc"))).__name__
