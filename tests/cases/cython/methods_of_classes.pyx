"""Classes of Python's whose methods have C types."""
import numpy as np
cdef double half(double x) noexcept nogil:
    return x / 2
class Plain:
    """A class."""
    shared = 3
    def __init__(self, int k, *, double scale=1.5):
        """Makes one."""
        cdef int j = k + 1
        self.k = j
        self.scale = scale
    def total(self, double[:] xs not None, const double[::1] weights=None):
        cdef double s = 0, w
        cdef Py_ssize_t i
        with nogil:
            for i in range(xs.shape[0]):
                w = weights[i] if weights is not None else 1
                s += half(xs[i] * w)
        return s * self.scale
    @property
    def size(self):
        cdef int n = self.k
        return n * 2
    @size.setter
    def size(self, int n):
        self.k = n // 2
    @staticmethod
    def twice(double x, int n=2):
        cdef double r = x
        return half(r) * n * 2
    @classmethod
    def of(cls, x, **kw):
        cdef int k = x
        return cls(k, **kw)
    def __getitem__(self, Py_ssize_t i):
        if i < 0: raise IndexError(i)
        return self.k + i
    def __len__(self): return <int>self.k
    def __call__(self, int x, *args): return x + self.k, args
    def plain(self, a, b=2):
        return a, b, self.k
    def ints(self, int n):
        cdef int i
        return [i * self.k for i in range(n)]
    async_ = None
    class Inner(object):
        def f(self, unsigned char c):
            cdef unsigned char d = c + 250
            return d
class Child(Plain):
    def __init__(self, int k):
        super(Child, self).__init__(k, scale=2)
    def total(self, xs, weights=None):
        cdef double base = Plain.total(self, xs, weights)
        return base, 'child'
def attributes():
    return Plain.__doc__, Plain.__init__.__doc__, Plain.total.__name__, Plain.total.__qualname__, sorted(k for k in Plain.__dict__ if not k.startswith('_'))
# --- calls
Plain(3).k, Plain(3, scale=2).scale, Plain(k=1).k
Plain(3).total(f8(3)), Plain(3).total(f8(3), ro(f8(3)))
Plain(3).total(None)
Plain(3).total(np.zeros(2, int))
Plain("a")
Plain(1, 2)
Plain()
Plain(4).size, Plain.twice(3.0), Plain.twice(x=3, n=1), Plain.of(3, scale=4).scale
(lambda p: (setattr(p, "size", 10), p.k, p[2], len(p), p(1, 2, 3), p.plain(1), p.ints(3)))(Plain(1))
Plain(1)[-1]
Plain(1)["a"]
Plain.Inner().f(10)
Plain.Inner().f(300)
Child(2).total(f8(2)), Child(2).scale
Child(2).total(None)
attributes()
setattr(Plain(1), "size", "x")
Plain(2**31 - 1).k
