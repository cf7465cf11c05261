def f(foo x):
    return x

# error 1:6: `foo` is not a type identifier
# cython 1:6: 'foo' is not a type identifier
