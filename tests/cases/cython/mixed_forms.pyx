"""with, lambdas, imports, star arguments, dict and set comprehensions in functions that hold C types."""


def call_with_args(f, int n, list args, dict named):
    return f(n, *args, **named)


def lambda_(int n):
    f = lambda v: v + 1
    return f(n)


def global_function_rebound(int n):
    import os.path as p
    return p.join("a", str(n))


def comprehension_condition(int n):
    cdef int i
    return [i for i in range(n) if i % 3], {i: i * i for i in range(n)}, {i % 2 for i in range(n)}


def sort_by_key(list pairs):
    return sorted(pairs, key=lambda p: p[1])


class Guard:
    def __init__(self, log, swallow=False):
        self.log = log
        self.swallow = swallow

    def __enter__(self):
        self.log.append("enter")
        return self

    def __exit__(self, kind, value, trace):
        self.log.append(kind.__name__ if kind else "exit")
        return self.swallow


def with_block(int n, bint swallow):
    log = []
    cdef int x = 0
    with Guard(log, swallow) as guard:
        x = 10 // n
        guard.log.append(x)
    return x, log


def with_return(int n):
    log = []
    with Guard(log):
        return n, log

# --- calls
call_with_args(max, 3, [1, 9], {})
call_with_args(round, 3, [], {"ndigits": 1})
lambda_(3)
global_function_rebound(3)
comprehension_condition(7)
sort_by_key([(1, "b"), (2, "a")])
(with_block(n, s) for n in (3, 0) for s in (True, False))
with_return(1)
