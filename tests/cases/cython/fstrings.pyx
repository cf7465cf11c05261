"""F-strings with what only C has: casts, addresses, `sizeof`."""

cdef struct Point:
    int x
    double y


def cast(double m):
    return f"{<int>m}"


def in_text(double m, int width):
    return f"a {{{<int>m:>5}}} b {m!r:>8} c {<long>m + 1:{width}d}|{<char>m!r}"


def beside(int n):
    return "plain {n} " f"{<double>n / 2:.2f}" f" {n}" ' end'


def raw(int n):
    return rf"\d {<double>n}\n" + f"\t{<unsigned char>n}\N{EM DASH}"


def nested(int n, list xs):
    return f"{[<double>x for x in xs]} {', '.join([f'{<int>x}' for x in xs])} {(<double>n, n)[0]}"


def sizes():
    cdef Point p
    p.x, p.y = 3, 0.5
    cdef Point* q = &p
    return f"{sizeof(Point)} {sizeof(unsigned int)} {q.x} {(&p).y} {<long>q != 0}"


def compared(int a, int b):
    return f"{a < b} {a <= <int>2.5} {a != b} {a == b}"


def multi(double m):
    return f"""first {<int>m}
second {m:.1f} "quoted" {<int>m:+d}"""


def object_of(x):
    return f"{<object>x!s} {<str?>x!r:.3}"


def as_message(double m):
    raise ValueError(f"bad value {<int>m} of {m}")


def shown(double m, dict d):
    return f"{<int>m=} {<int>m = :+d} {m=} {m=:.2f} {m==<int>m} {m<=<int>m=} {<object>d['k']=!s} {(<int>m)=} a{m=}b"


# --- calls
(shown(m, {'k': k}) for m in (2.75, -4.0) for k in (1, 'text'))
(cast(m) for m in (2.7, -0.5, 1e3))
in_text(65.5, 6)
beside(3)
raw(200)
nested(2, [1, 2])
nested(2, [])
sizes()
compared(1, 2)
compared(3, 3)
multi(4.25)
(object_of(x) for x in ("text", 5))
as_message(2.5)
