def f(g):
    g() = 4

# error 2:4: cannot assign to function call here. Maybe you meant '==' instead of '='?
# cython 2:5: Cannot assign to or delete this
