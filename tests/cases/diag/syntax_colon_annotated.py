def f(n: int, a: 'x[:]') -> int
    return n
