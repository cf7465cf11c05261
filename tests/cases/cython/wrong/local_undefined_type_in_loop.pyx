def f(int n):
    cdef long double int x

# error 2:9: `long double int` is no type of C
# cython 2:25: Syntax error in C variable declaration
