"""Blocks of `cdef:` with structs, functions, enums and variables, in `IF` blocks too."""
cdef:
    struct Spam:
        int tons
    enum Kind:
        A = 3
        B
    union U:
        int a
        float b

    int i = 3
    float a
    Spam *p

    void f(Spam *s) except *:
        """Doc."""
        if s.tons > 5:
            raise ValueError(s.tons)
        s.tons += 1

    inline int g(int x) nogil: return x + 1

    int h(int x) noexcept:
        cdef:
            int y = 2
            int z
        z = 3
        for i in range(x):
            y += z
        return y  # last
DEF BIG = True
IF BIG:
    cdef:
        struct Inner:
            double w
        int from_if(int x):
            '''Twice.'''
            return 2 * x
        int j = 5
    cdef int announced(int x):
        return 3 * x
ELSE:
    cdef:
        int from_if(int x):
            return x
cdef:
    int start = 3
    int with_default(int a, int b=start, (int, int) c=(1, start)):
        return a + b + c[1]
    # a comment

    double last(double x) nogil:
        return x / 2
cdef public:
    int pub = 7
def run(int t):
    cdef Spam s
    s.tons = t
    f(&s)
    cdef:
        int k = 4
        double v
    v = 2.5
    return s.tons, g(t), h(t), A, B, i, k, v, <int>Kind.B
def more(int t):
    cdef Inner n
    n.w = 4
    return from_if(t), announced(t), j, with_default(t), with_default(t, 1), last(t), n
def g2():
    global i
    i += 1
    return i, pub
x = h(2)
# --- calls
run(3)
run(6)
g2()
x
more(4)
