def f(int n):
    return n ++

# error 2:15: invalid syntax
# cython 2:15: Expected an identifier or literal
