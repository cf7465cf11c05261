# todo: closures over C variables that change, and generators, in functions with C types
"""Closures, generators and lambdas in functions that hold C types."""


def typed_closure(int n):
    def add(int x):
        return x + n
    return add(5), add(7)


def typed_generator(int n):
    cdef int i
    for i in range(n):
        yield i * i


def generator_of_view(double[:] a):
    cdef Py_ssize_t i
    for i in range(a.shape[0]):
        yield a[i]


def captured(int n):
    cdef int total = 0

    def step(x):
        nonlocal total
        total += x
        return total
    return [step(i) for i in range(n)], total


def key_lambda(list items, int modulus):
    return sorted(items, key=lambda x: x % modulus)

# --- calls
typed_closure(3)
list(typed_generator(4))
list(generator_of_view(f8(3)))
captured(4)
key_lambda([5, 3, 8], 4)
