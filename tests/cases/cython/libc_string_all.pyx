"""libc.string beside copies and comparisons: copies that are allocated, parts, sets of bytes, messages."""
from libc cimport string
from libc.stdlib cimport free
from libc.string cimport (const_char, const_void, memrchr, strcasecmp, strcasestr, strcoll, strcpy, strcspn, strdup,
                          strerror, strlen, strncasecmp, strncat, strndup, strpbrk, strsep, strspn, strtok, strxfrm)


def duplicated(bytes text, size_t n):
    cdef char* all = strdup(text)
    cdef char* some = strndup(text, n)
    out = (<bytes>all, <bytes>some, all is not some)
    free(all)
    free(some)
    return out


def joined(bytes a, bytes b, size_t n):
    cdef char buffer[64]
    strcpy(buffer, a)
    return <bytes>strncat(buffer, b, n), strlen(buffer)


cdef int sign(int x):
    return (x > 0) - (x < 0)


def compared(bytes a, bytes b, size_t n):
    return sign(strcasecmp(a, b)), sign(strncasecmp(a, b, n)), sign(strcoll(a, b))


def spans(bytes text, bytes chars):
    cdef char* start = text
    cdef char* found = strpbrk(start, chars)
    return strspn(text, chars), strcspn(text, chars), -1 if found is NULL else found - start


def found(bytes text, bytes part, int byte):
    cdef char* start = text
    cdef char* at = strcasestr(start, part)
    cdef char* last = <char*>memrchr(start, byte, len(text))
    return -1 if at is NULL else at - start, -1 if last is NULL else last - start


def tokens(bytes text, bytes delimiters):
    cdef char* own = strdup(text)
    cdef char* token = strtok(own, delimiters)
    out = []
    while token is not NULL:
        out.append(<bytes>token)
        token = strtok(NULL, delimiters)
    free(own)
    return out


def separated(bytes text, bytes delimiters):
    cdef char* own = strdup(text)
    cdef char* rest = own
    cdef char* token
    out = []
    while rest is not NULL:
        token = strsep(&rest, delimiters)
        out.append(<bytes>token)
    free(own)
    return out


def message(int number):
    cdef const_char* text = string.strerror(number)
    return <bytes>text


def transformed(bytes text):
    cdef char buffer[32]
    cdef size_t n = strxfrm(buffer, text, sizeof(buffer))
    return n, buffer[:n]


# --- calls
(duplicated(t, n) for t in (b"", b"abc", b"a\0b") for n in (0, 2, 100))
(joined(a, b, n) for a in (b"", b"abc") for b in (b"", b"xyz") for n in (0, 2, 9))
(compared(a, b, 2) for a in (b"", b"abC", b"ABc") for b in (b"abc", b"", b"abd"))
(spans(t, c) for t in (b"", b"aab1", b"xyz") for c in (b"", b"ab", b"z"))
(found(t, p, b) for t in (b"", b"Hello hello") for p in (b"", b"LLO", b"x") for b in (104, 0, 511))
(tokens(t, d) for t in (b"", b"a,b;;c", b",") for d in (b",;", b""))
(separated(t, d) for t in (b"", b"a,b;;c", b",") for d in (b",;", b""))
(message(n) for n in (0, 2, 34, 9999, -1))
(transformed(t) for t in (b"", b"abc"))
duplicated(None, 1)
duplicated("a", 1)
