"""Uses of standard library modules: `stdlib_uses.py MODULE FOLDER [BLOCKED...]` prints where it came from and what it gives."""

import sys


def attempt(function, *args, **kwargs):
    """Prints the result or the exception, and where it was raised."""
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:  # noqa: BLE001 - whatever it raises is compared
        last = error.__traceback__
        while last.tb_next:
            last = last.tb_next
        print(type(error).__name__, error, last.tb_lineno, last.tb_frame.f_code.co_name)


def statistics(m):
    data = [1, 2, 2, 3.5, -4, 10, 2]
    for name in ("mean", "fmean", "median", "median_low", "median_high", "mode", "multimode", "stdev", "pvariance"):
        attempt(getattr(m, name), data)
        attempt(getattr(m, name), [])
        attempt(getattr(m, name), iter(data))
    attempt(m.geometric_mean, [54, 24, 36])
    attempt(m.harmonic_mean, [40, 60], weights=[5, 30])
    attempt(m.quantiles, data, n=4, method="inclusive")
    attempt(m.quantiles, data, n=0)
    attempt(m.linear_regression, [1, 2, 3], [2, 4.1, 6.2])
    attempt(m.correlation, [1, 2, 3, 4], [4, 3, 2, 0])
    attempt(m.covariance, [1, 2], [1])
    import decimal
    import fractions

    attempt(m.mean, [fractions.Fraction(1, 3), fractions.Fraction(1, 6)])
    attempt(m.mean, [decimal.Decimal("0.1"), decimal.Decimal("0.3")])
    attempt(m.median_grouped, [52, 52, 53, 54])
    n = m.NormalDist(100, 15)
    attempt(n.cdf, 110)
    attempt(n.inv_cdf, 0.9)
    attempt(n.inv_cdf, 1.5)
    attempt(n.overlap, m.NormalDist(90, 10))
    attempt(n.quantiles)
    print(n + n, n * 2, hash(n) == hash(m.NormalDist(100, 15)), n == m.NormalDist(100, 15))
    attempt(m.NormalDist.from_samples, [1, 2, 3, 4])
    attempt(m.NormalDist, 0, -1)


def heapq(m):
    heap = []
    for x in [5, 1, 8, 1, 9, -3, 2.5]:
        m.heappush(heap, x)
    print(heap)
    attempt(m.heappushpop, heap, 0)
    attempt(m.heapreplace, heap, 7)
    print([m.heappop(heap) for _ in range(len(heap))])
    attempt(m.heappop, [])
    words = ["pear", "fig", "banana", "kiwi", "apple"]
    copy = words[:]
    m.heapify(copy)
    print(copy)
    attempt(m.nlargest, 2, words, key=len)
    attempt(m.nsmallest, 3, words)
    attempt(m.nsmallest, 1, words, key=len)
    attempt(m.nlargest, 10, words)
    print(list(m.merge([1, 4], [2, 3], [0, 9])), list(m.merge("ca", "b", key=ord, reverse=True)))
    attempt(m.heapify, [1, "a", 2])
    attempt(m.heappush, (1, 2), 3)
    print(m.heapify.__doc__.split(".")[0])


def bisect(m):
    a = [1, 2, 2, 3, 5]
    for x in (0, 1, 2, 2.5, 5, 9):
        print(m.bisect_left(a, x), m.bisect_right(a, x), m.bisect(a, x))
    attempt(m.bisect_left, a, 2, lo=-1)
    attempt(m.bisect_left, a, 3, 1, 3)
    attempt(m.bisect_left, a, "x")
    attempt(m.bisect_right, ["a", "bb", "ccc"], 2, key=len)
    m.insort(a, 4)
    m.insort_left(a, 2, lo=1)
    m.insort_right(a, -3, key=abs)
    print(a)


def fractions(m):
    F = m.Fraction
    x, y = F(3, 4), F("-1/3")
    print(x + y, x - y, x * y, x / y, x // y, x % y, divmod(x, y), x**2, x**-2, x**0.5, 2**x, -x, abs(y))
    print(
        x < y, x == 0.75, hash(x) == hash(0.75), bool(F(0)), round(F(7, 2)), round(F(22, 7), 2), x.limit_denominator(2)
    )
    attempt(F, 1, 0)
    attempt(F, "x")
    attempt(F, 1.5, 2)
    attempt(F, "1e3")
    attempt(F.from_float, 0.1)
    attempt(F.from_decimal, 0.1)
    attempt(lambda: x / 0)
    attempt(lambda: x + "a")
    attempt(F(314159, 100000).limit_denominator, 100)
    attempt(F(1, 3).__floor__)
    print(repr(x), str(F(4)), F(10**30, 3), F(5, 3).as_integer_ratio(), int(F(-7, 2)), 1 + x, 1.0 - x, 1j * x)
    import pickle

    print(pickle.loads(pickle.dumps(x)))


def colorsys(m):
    for rgb in [(0.2, 0.4, 0.4), (0, 0, 0), (1, 1, 1), (1.0, 0.0, 0.5), (0.1, 0.9, 0.3), (3, 5, 2)]:
        for to, back in ((m.rgb_to_hsv, m.hsv_to_rgb), (m.rgb_to_hls, m.hls_to_rgb), (m.rgb_to_yiq, m.yiq_to_rgb)):
            attempt(to, *rgb)
            attempt(back, *to(*rgb))
    attempt(m.hsv_to_rgb, 1.7, 0.5, 0.5)
    attempt(m.rgb_to_hsv, "a", 0, 0)
    attempt(m.rgb_to_hsv, 1, 2)


def textwrap(m):
    text = "Hello there -- you goof-ball, use the -b option!  A\tverylongwordthatmustbebroken here."
    for width in (5, 15, 30, 200):
        print(m.wrap(text, width))
    attempt(m.wrap, text, 0)
    print(m.fill(text, 20, initial_indent="* ", subsequent_indent="  "))
    print(m.shorten(text, 25), m.shorten(text, 10, placeholder="..."))
    print(repr(m.dedent("\n    a\n      b\n    c\n")), repr(m.indent("a\n\nb\n", "> ")))
    print(m.wrap("größe straße über", 7, break_long_words=False))
    print(m.TextWrapper(width=10, max_lines=2).wrap(text))
    attempt(m.shorten, text, 2)


def json(m):
    data = {"a": [1, 2.5, None, True, -0.0, 1e100], "ü": 'é\n"\\\u2028', "n": {"x": [], "y": {}}, "big": 10**30}
    for options in ({}, {"indent": 2}, {"sort_keys": True}, {"ensure_ascii": False}, {"separators": (",", ":")}):
        print(m.dumps(data, **options))
    print(m.loads(m.dumps(data)) == data, m.loads(' [1, -2.5e3, "\\u00e9\\ud83d\\ude00", NaN, -Infinity] '))
    for bad in ("", "[1,", '{"a" 1}', "nul", '"\\x"', '{"a":1,}', "[1]x", '"a\nb"'):
        attempt(m.loads, bad)
    attempt(m.dumps, {1: 2, None: 3, 1.5: 4, False: 5})
    attempt(m.dumps, {(1, 2): 3})
    attempt(m.dumps, {(1, 2): 3, "a": 1}, skipkeys=True)
    attempt(m.dumps, {1, 2})
    attempt(m.dumps, float("nan"), allow_nan=False)
    attempt(m.dumps, {1, 2}, default=sorted)
    attempt(m.loads, "[1.5, 2]", parse_float=str, parse_int=float)
    attempt(m.loads, '{"a": {"b": 1}}', object_hook=lambda d: sorted(d))
    attempt(m.loads, '{"a": 1, "a": 2}', object_pairs_hook=list)
    attempt(m.loads, b'{"a": 1}')
    loop = []
    loop.append(loop)
    attempt(m.dumps, loop)
    import io

    out = io.StringIO()
    m.dump([1, [2, [3]]], out, indent=1)
    print(out.getvalue(), m.load(io.StringIO("[1]")))


def difflib(m):
    a = "one\ntwo\nthree\n".splitlines(keepends=True)
    b = "ore\ntree\nemu\n".splitlines(keepends=True)
    print("".join(m.ndiff(a, b)), "".join(m.unified_diff(a, b, "x", "y")), "".join(m.context_diff(a, b)))
    s = m.SequenceMatcher(None, "private Thread currentThread;", "private volatile Thread currentThread;")
    print(s.ratio(), s.quick_ratio(), s.real_quick_ratio(), s.get_matching_blocks(), s.get_opcodes())
    print(m.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]))
    attempt(m.get_close_matches, "a", ["b"], n=0)
    print("".join(m.restore(m.ndiff(a, b), 1)))
    print(m.SequenceMatcher(lambda x: x == " ", " abcd", "abcd abcd").find_longest_match(0, 5, 0, 9))
    print(len(m.HtmlDiff().make_file(a, b)))
    print(list(m.Differ().compare(["a\n"], ["b\n"])), m.IS_CHARACTER_JUNK("\t"), m.IS_LINE_JUNK(" # \n"))


def main() -> None:
    name, folder, *blocked = sys.argv[1:]
    sys.path.insert(0, folder)
    for module in blocked:
        sys.modules[module] = None
    module = __import__(name)
    print(module.__file__)
    globals()[name](module)


if __name__ == "__main__":
    main()
