"""libc.stdio: arguments of every kind in place of `...`, files, reading."""
from libc.stdio cimport (EOF, FILE, SEEK_SET, fclose, feof, fflush, fgetc, fgets, fopen, fprintf, fputs, fread, fseek,
                         ftell, fwrite, printf, putchar, puts, remove, snprintf, sprintf, sscanf, stdout)
from libc cimport stdio
from libc.stdint cimport int8_t, uint16_t, uint64_t


def widened(char c, short h, unsigned char b, uint16_t s, float f, bint t, int8_t i):
    printf("%d %hd %u %hu %f %d %hhd\n", c, h, b, s, f, t, i)


def wide(uint64_t u, long long l, Py_ssize_t n):
    printf("%lu %lld %zd\n", u, l, n)


def literals():
    printf("%d %ld %.3f %s %c\n", 5, <long>7, 2.5, b"bytes", c'x')
    printf("none\n")
    printf("%d%%\n", 1 + 2)


def many(int a, double b):
    return printf("%d %g %d %g %d %g %d %g %d %g %d\n", a, b, a, b, a, b, a, b, a, b, a)


def texts(bytes s, str t):
    cdef char* p = s
    cdef const char* q = p + 1
    cdef char[4] buffer = [97, 98, 99, 0]
    printf("%s|%s|%s|%10s|%-5s|%.2s\n", s, q, buffer, p, p, p)


def sized(int width, int precision, double x):
    printf("%*.*f|%+d|%05d|%#x|%e\n", width, precision, x, width, width, width, x)


def parsed(bytes text):
    cdef int a = -1, b = -1
    cdef double x = -1
    cdef char word[16]
    cdef int n = sscanf(text, "%d,%d %lf %15s", &a, &b, &x, word)
    if n == 4:
        return n, a, b, x, <bytes>word
    return n, a, b, x


def joined(list numbers):
    cdef char buffer[200]
    cdef int at = 0
    cdef int n
    for n in numbers:
        at += sprintf(buffer + at, "%d;", n)
    return buffer[:at]


def qualified(int n):
    stdio.printf("%d\n", n)
    stdio.fflush(stdio.stdout)
    fprintf(stdout, "%d\n", n)
    fputs("text\n", stdout)
    putchar(c'!')
    putchar(10)
    return puts("line") >= 0, stdout is NULL, stdout != NULL


def written(bytes name):
    cdef FILE* f = fopen(name, "w+")
    cdef char line[32]
    cdef int numbers[3]
    if f == NULL:
        return None
    fprintf(f, "%d %s\n", 3, <char*>b"abc")
    fprintf(f, "second\n")
    at = ftell(f)
    fseek(f, 0, SEEK_SET)
    first = fgets(line, 32, f)
    got = <bytes>line
    c = fgetc(f)
    numbers[0], numbers[1], numbers[2] = 1, 2, 3
    fseek(f, 0, SEEK_SET)
    n = fwrite(numbers, sizeof(int), 3, f)
    fseek(f, sizeof(int), SEEK_SET)
    n2 = fread(numbers, sizeof(int), 2, f)
    end = feof(f)
    while fgetc(f) != EOF:
        pass
    last = feof(f) != 0
    fclose(f)
    remove(name)
    return at, first == line, got, c, n, n2, numbers[0], numbers[1], end, last


cdef void report(int i, double x) noexcept nogil:
    printf("%d: %.1f\n", i, x)
    fflush(stdout)


def released(int n):
    cdef int i
    with nogil:
        for i in range(n):
            report(i, i / 2.0)


def truncated(int n):
    cdef char buffer[8]
    size = snprintf(buffer, sizeof(buffer), "%d-%d", n, n)
    return size, <bytes>buffer, snprintf(NULL, 0, "%d", n)

def literal_text():
    cdef const char* p = "plain"
    printf("%s %s\n", "literal", p)
    return p

# --- calls
literal_text()
widened(-3, -4, 250, 65000, 1.5, True, -1)
wide(2**64 - 1, -2**63, -1)
literals()
many(1, 0.5)
texts(b"hello", "x")
sized(8, 2, 3.14159)
(parsed(t) for t in (b"1,2 3.5 word", b"1", b"", b"7,8 x"))
joined([1, -22, 333])
qualified(3)
written(b"/tmp/pyrx_stdio_case.txt")
written(b"/nonexistent/x")
released(3)
(truncated(n) for n in (1, 123456))
