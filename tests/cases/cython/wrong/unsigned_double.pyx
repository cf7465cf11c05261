def f(unsigned double x):
    return x

# error 1:6: `unsigned double` is no type of C
# cython 1:6: Unrecognised type modifier combination
