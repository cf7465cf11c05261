def f():
    3 = 4

# error 2:4: cannot assign to literal here. Maybe you meant '==' instead of '='?
# cython 2:4: Cannot assign to or delete this
