def f():
    return sizeof()

# error 2:18: Expected an identifier or literal
