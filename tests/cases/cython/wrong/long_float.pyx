def f(long float x):
    return x

# error 1:6: `long float` is no type of C
# cython 1:6: Unrecognised type modifier combination
