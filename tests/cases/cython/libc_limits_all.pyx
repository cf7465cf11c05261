"""libc.stdint, libc.limits, libc.float: every type and limit."""
cimport libc.float as f
cimport libc.limits as l
cimport libc.stdint as i
from libc.stddef cimport ptrdiff_t, wchar_t
from libc.stdint cimport *


def least():
    return (INT_LEAST8_MIN, INT_LEAST16_MIN, INT_LEAST32_MIN, INT_LEAST64_MIN, INT_LEAST8_MAX, INT_LEAST16_MAX,
            INT_LEAST32_MAX, INT_LEAST64_MAX, UINT_LEAST8_MAX, UINT_LEAST16_MAX, UINT_LEAST32_MAX, UINT_LEAST64_MAX)


def fast():
    return (INT_FAST8_MIN, INT_FAST16_MIN, INT_FAST32_MIN, INT_FAST64_MIN, INT_FAST8_MAX, INT_FAST16_MAX,
            INT_FAST32_MAX, INT_FAST64_MAX, UINT_FAST8_MAX, UINT_FAST16_MAX, UINT_FAST32_MAX, UINT_FAST64_MAX)


def others():
    return (INTPTR_MIN, INTPTR_MAX, i.UINTPTR_MAX, INTMAX_MIN, INTMAX_MAX, UINTMAX_MAX, PTRDIFF_MIN, PTRDIFF_MAX,
            SIG_ATOMIC_MIN, SIG_ATOMIC_MAX, WCHAR_MIN, WCHAR_MAX, WINT_MIN, WINT_MAX, SIZE_MAX, i.INT64_MIN)


def sizes():
    return (sizeof(int_least8_t), sizeof(int_least16_t), sizeof(uint_least32_t), sizeof(int_least64_t),
            sizeof(int_fast8_t), sizeof(int_fast16_t), sizeof(uint_fast32_t), sizeof(i.int_fast64_t), sizeof(intmax_t),
            sizeof(uintptr_t), sizeof(ptrdiff_t), sizeof(wchar_t))


def wraps(int_least16_t a, uint_fast8_t b, int_fast16_t c):
    a += 1
    b += 1
    c += 1
    return a, b, c


def limits():
    return (l.MB_LEN_MAX, l.CHAR_MIN, l.CHAR_MAX, l.SCHAR_MIN, l.SCHAR_MAX, l.USHRT_MAX, l.LLONG_MIN, l.ULLONG_MAX)


def floats():
    return (f.DECIMAL_DIG, f.FLT_MIN_10_EXP, f.FLT_MAX_10_EXP, f.DBL_MIN_10_EXP, <double>f.LDBL_DIG,
            <double>f.LDBL_MANT_DIG, <double>f.LDBL_MIN_EXP, <double>f.LDBL_MAX_EXP, <double>f.LDBL_MIN_10_EXP,
            <double>f.LDBL_MAX_10_EXP, <double>f.LDBL_EPSILON, <double>f.LDBL_MIN, <double>f.LDBL_MAX)


# --- calls
least()
fast()
others()
sizes()
(wraps(a, b, c) for a in (0, 32767) for b in (255, 1) for c in (32767, -1))
wraps(32768, 0, 0)
wraps(0, 256, 0)
limits()
floats()
