# cython: boundcheck=False

def f(int n):
    return n

# error 1:10: `boundcheck` is not a directive
# cython: accepts
