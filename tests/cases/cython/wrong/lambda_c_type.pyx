def f():
    return lambda int x: x

# error 2:22: invalid syntax
# cython: accepts
