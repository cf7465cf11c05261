def f(list x):
    return sizeof(unknown_thing)

# error 2:11: the size of this is not supported yet
# cython 2:18: undeclared name not builtin: unknown_thing
