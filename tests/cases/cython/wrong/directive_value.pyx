# cython: boundscheck=maybe

def f(int n):
    return n

# error 1:10: the directive `boundscheck` is `True` or `False`
# cython 1:0: boundscheck directive must be set to True or False, got 'maybe'
