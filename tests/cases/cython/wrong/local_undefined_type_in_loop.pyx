def f(int n):
    cdef long double int x

# error 2:25: expected `,` or the end of the line
# cython 2:25: Syntax error in C variable declaration
