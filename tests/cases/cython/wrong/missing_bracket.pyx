def f(int n:
    return n

# error 6:0: expected `,` or `)`
# cython 2:4: Expected an identifier or literal
