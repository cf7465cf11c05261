"""Unions: the same memory by two names."""


cdef union Bits:
    float f
    unsigned int u
    unsigned char b[4]


cdef union Value:
    long i
    double d


cdef struct Tagged:
    int kind
    Value value


def float_bits(float x):
    cdef Bits bits
    bits.f = x
    return bits.u


def bits_float(unsigned int u):
    cdef Bits bits
    bits.u = u
    return bits.f


def float_bytes(float x):
    cdef Bits bits
    bits.f = x
    return [bits.b[i] for i in range(4)]


cdef Tagged tag(int kind, double x) noexcept nogil:
    cdef Tagged t
    t.kind = kind
    if kind == 0:
        t.value.i = <long>x
    else:
        t.value.d = x
    return t


def tagged(int kind, double x):
    cdef Tagged t = tag(kind, x)
    return t.value.i if t.kind == 0 else t.value.d


def inverse_sqrt(float x):
    cdef Bits bits
    bits.f = x
    bits.u = 0x5f3759df - (bits.u >> 1)
    return bits.f * (1.5 - 0.5 * x * bits.f * bits.f)

# --- calls
(float_bits(x) for x in (0.0, -0.0, 1.0, 0.1, inf))
(bits_float(u) for u in (0, 0x3F800000, 0x80000000))
float_bytes(1.0)
(tagged(k, x) for k in (0, 1) for x in (3.75, -2.0))
(inverse_sqrt(x) for x in (1.0, 4.0, 0.1))
