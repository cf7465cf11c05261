def f(list x):
    return sizeof(unknown_thing)

# error 2:18: undeclared name not builtin: unknown_thing
