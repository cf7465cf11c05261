def f(short long x):
    return x

# error 1:6: `short long` is no type of C
# cython: accepts
