"""Built-ins of Python 2 in lambdas, nested functions and comprehensions of functions with C types."""


def lam(int n, items):
    cdef double s = 0
    f = lambda v: unicode(v)
    for i in xrange(n):
        s += i
    return s, [f(v) for v in items]


def nested(int n):
    cdef int k = n
    def inner(v):
        return isinstance(v, basestring), int(v), unichr(65)
    return inner("3"), k


def comp(int n):
    cdef int i
    return [unicode(i) for i in xrange(n)], {int(i): unichr(i + 65) for i in xrange(n)}, sorted([3, 1], key=lambda v: -int(v))


def gen(int n):
    return sum(int(v) for v in xrange(n)), list(map(lambda v: unicode(v), xrange(n)))


def plain(n):
    f = lambda v: (unicode(v), int(v), list(xrange(v)))
    return f(n)


def lam2(int n):
    return (lambda v: [x for x in xrange(v)])(n)


def default(int n, t=unicode):
    g = lambda v, t=int: t(v)
    return g("5"), t is str


class A:
    def m(self, int n):
        return [unicode(i) for i in xrange(n)], (lambda v: unichr(v))(66)


def own(int n):
    def unicode(v):
        return "mine"
    return unicode(n)

# --- calls
lam(3, [1, "a"])
nested(3)
comp(3)
gen(3)
plain(3)
lam2(3)
default(1)
A().m(2)
own(1)
