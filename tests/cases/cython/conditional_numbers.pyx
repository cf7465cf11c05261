"""A conditional expression of two numbers: an object is what its own side is, a variable has the type of both."""


def in_tuple(int n):
    return (n if n else -1.5), n


def in_list(int n):
    return [n if n else -1.5]


def comprehended(int n):
    return [n if i else -1.5 for i in range(n)]


def in_dict(int n):
    return {"a": n if n else -1.5}


def in_set(int n):
    return {n if n else -1.5}


def returned(int n):
    return n if n else -1.5


def unpacked(int n):
    a, b = (n if n else -1.5), 2
    return a, b


def argument(int n, f):
    return f(n if n else -1.5)


def variable(int n):
    x = n if n else -1.5
    return x


def mixed(int n, double x):
    return [(n if n > 2 else x, x if n > 2 else n), {n: n if n else x}]


# --- calls
(in_tuple(n) for n in [0, 3])
(in_list(n) for n in [0, 3])
(comprehended(n) for n in [0, 3])
(in_dict(n) for n in [0, 3])
(in_set(n) for n in [0, 3])
(returned(n) for n in [0, 3])
(unpacked(n) for n in [0, 3])
(argument(n, repr) for n in [0, 3])
(variable(n) for n in [0, 3])
(mixed(n, 2.5) for n in [0, 3])
