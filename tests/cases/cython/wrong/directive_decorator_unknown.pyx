cimport cython

@cython.boundcheck(False)
def f(int n):
    return n

# error 3:1: `boundcheck` is not a directive
# cython 3:7: 'boundcheck' not a valid cython language construct
