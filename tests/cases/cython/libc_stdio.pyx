"""libc.stdio: printf and its kin, on the standard output of C."""
from libc.stdio cimport fflush, fprintf, printf, puts, snprintf, sprintf, stderr, stdout


def numbers(int i, long l, double d):
    printf("%d %5ld|%-6.2f|%g\n", i, l, d, d)


def text(bytes s):
    printf("[%s] %c\n", <char*>s, 65)


def unsigned(unsigned int u, size_t n):
    printf("%u %zu %x %%\n", u, n, u)


def line(bytes s):
    return puts(s) >= 0


def formatted(double x, int n):
    cdef char buffer[32]
    cdef int size = snprintf(buffer, 32, "%.*f", n, x)
    return size, buffer[:size]


def short_buffer(bytes s):
    cdef char buffer[4]
    cdef int size = snprintf(buffer, sizeof(buffer), "%s", <char*>s)
    return size, <bytes>buffer


def to_stderr(int x):
    fprintf(stderr, "warning %d\n", x)
    fflush(stderr)


def in_nogil(int n):
    cdef int i
    with nogil:
        for i in range(n):
            printf("%d;", i)
        printf("\n")


def mixed(int n):
    print("python", n)
    printf("c %d\n", n)

# --- calls
numbers(3, -4, 2.5)
numbers(-1, 2**40, 1e-10)
text(b"abc")
unsigned(255, 7)
line(b"hello")
(formatted(x, n) for x in (3.14159, -2.0) for n in (0, 3))
short_buffer(b"abcdef")
to_stderr(5)
in_nogil(3)
mixed(2)
text(b"")
(numbers(3, -4, x) for x in [nan, inf, -0.0])
