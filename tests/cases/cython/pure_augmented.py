"""A .py with a .pxd beside it that declares its functions."""


def area(x, y):
    return x * y


def scaled(x):
    return hidden(x) + 1


def hidden(x):
    return x * 2


def loop(n):
    s = 0
    for i in range(n):
        s += i
    return s

# --- calls
area(2, 3)
area(2.5, 2)
area("a", 2)
scaled(3)
loop(5)
