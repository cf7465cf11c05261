def f():
    raise ValueError, "x"

# error 2:20: invalid syntax
# cython: accepts
