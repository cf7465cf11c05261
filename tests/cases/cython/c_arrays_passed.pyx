"""C arrays are passed as pointers to their first items, however the parameter is written."""
from libc.string cimport memset
ctypedef unsigned int[4] BITS
cdef struct info:
    double gain
    BITS bits
    int[3] more

cdef inline void set_bit(BITS bits, unsigned char v) noexcept nogil:
    bits[v // 32] |= (1u << (v % 32))

cdef void set2(int[3] a, int k) noexcept nogil:
    a[k] = 7

cdef void set3(int a[3], int b[]) noexcept nogil:
    a[0] = 5
    b[1] = 6

def struct_field():
    cdef info s
    cdef info *p = &s
    memset(&s, 0, sizeof(info))
    set_bit(s.bits, 5)
    set2(s.more, 1)
    return s

def items_of_array():
    cdef info[2] s
    memset(&s[0], 0, 2 * sizeof(info))
    set_bit(s[1].bits, 5)
    set2(s[1].more, 1)
    set3(s[0].more, s[1].more)
    return s[0], s[1]

def behind_pointer():
    cdef info s
    cdef info *p = &s
    memset(p, 0, sizeof(info))
    set_bit(p.bits, 5)
    set_bit(p[0].bits, 34)
    set2(p.more, 1)
    memset(p.more, 255, 4)
    return s

def locals_():
    cdef BITS b
    cdef int c[2][3]
    memset(b, 0, sizeof(BITS))
    memset(c, 0, sizeof(c))
    set_bit(b, 127)
    set2(c[1], 2)
    return b, c

def indexed(int k):
    cdef info s
    memset(&s, 0, sizeof(s))
    memset(&s.bits, 255, 8)
    memset(s.more, 1, sizeof(int) * 2)
    cdef info[3] q
    memset(&q[k].bits, 0, sizeof(BITS))
    memset(q[k].more, 0, sizeof(q[k].more))
    for i in range(3):
        set_bit(q[k].bits, i * 40)
        set2(q[k].more, i)
    return s, q[k].bits, q[k].more
# --- calls
struct_field()
items_of_array()
behind_pointer()
locals_()
indexed(1)
