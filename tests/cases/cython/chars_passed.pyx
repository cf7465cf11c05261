"""Literals of one character as arguments of C functions, fused ones too."""
ctypedef fused real:
    float
    double


cdef inline real f(real x, char mode) noexcept nogil:
    return x if mode == b'C' else -x


cdef inline void g(double x, real *out, char mode=b'C', real cval=0) noexcept nogil:
    out[0] = <real>x if mode == c'C' else cval


cdef inline int h(double x, char mode) noexcept nogil:
    return mode


cdef int k(unsigned char mode, int code, char *text=b"ab") noexcept nogil:
    return mode * 1000 + code + text[0]


def chars(double x):
    return f[double](x, b'C'), h(x, b'R'), h(x, c'R'), h(x, 'S'), k(b'a', c'b'), k(b'\xff', b'b'), k(c'a', 3, b'zz'), k(b'a', code=b'\0')


def released(double[::1] v):
    cdef double y = 0
    with nogil:
        g[double](3, &v[0])
        g[double](4, &v[1], b'D', 7)
    return v.base
# --- calls
chars(3)
released(f8(3))
