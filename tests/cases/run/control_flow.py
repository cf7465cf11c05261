"""Loops and branches: else clauses, break, continue, nesting, zero trips."""


def for_else(n: int, stop: int):
    for i in range(n):
        if i == stop:
            break
    else:
        return -1
    return i


def while_else(n: int, stop: int):
    i = 0
    while i < n:
        if i == stop:
            break
        i += 1
    else:
        i = -i - 100
    return i


def skip(n: int):
    total = 0
    for i in range(n):
        if i % 3 == 0:
            continue
        total += i
    return total


def nested_break(n: int, m: int):
    count = 0
    for i in range(n):
        for j in range(m):
            if j > i:
                break
            if (i + j) % 2:
                continue
            count += 1
        else:
            count += 100
    return count


def break_in_else(n: int):
    found = -1
    for i in range(n):
        for j in range(2):
            if i * j == 3:
                found = i
                break
        else:
            continue
        break
    return found


def loop_variable_after(n: int):
    i = -1
    for i in range(n):
        pass
    return i


def loop_variable_changed(n: int):
    seen = 0
    for i in range(n):
        seen += i
        i = 1000
    return seen


def bound_changed_inside(n: int):
    count = 0
    for i in range(n):
        n = 0
        count += 1
    return count


def while_true(n: int):
    while True:
        n -= 1
        if n < 0:
            return n


def while_condition_effects(a: int):
    count = 0
    while (a := a // 2) > 0:
        count += 1
    return count


def if_chain(x: int):
    if x < 0:
        kind = 1
    elif x == 0:
        kind = 2
    elif x < 10:
        kind = 3
    else:
        kind = 4
    return kind


def early_return(n: int):  # level: any
    for i in range(n):
        if i * i > 50:
            return i
    return None


def conditional(x: float):
    return 1.0 if x > 0 else -1.0 if x < 0 else 0.0


def logic(a: int, b: int):
    return (a and b, a or b, not a)


def logic_of_kinds(a: int, b: int):  # level: any
    return (a and not b or 7, a > 0 and b, a or b > 0)


def logic_float(a: float, b: float):
    return (a and b, a or b, not (a or b))


def short_circuit(a: int, b: int):
    return b == 0 or a // b > 1


def short_circuit_and(a: int, b: int):
    if b and a // b > 1:
        return True
    return False


def walrus(n: int):
    if (half := n // 2) > 3:
        return half
    return -half


def walrus_in_loop(n: int):
    total = 0
    while (n := n - 3) > 0:
        total += (twice := n * 2) + twice
    return total


def pass_only(n: int):
    for _ in range(n):
        pass
    while n > 0:
        n -= 1
    return n


def nothing():  # level: any
    pass


def bare_return(n: int):  # level: any
    if n > 0:
        return
    return n


def primes(n: int):
    count = 0
    for p in range(2, n):
        d = 2
        while d * d <= p:
            if p % d == 0:
                break
            d += 1
        else:
            count += 1
    return count


def dead_code(n: int):
    return n
    n = n + 1
    return n // 0


def deep(n: int):
    total = 0
    for a in range(n):
        for b in range(a):
            for c in range(b):
                for d in range(c):
                    if a + b + c + d == 10:
                        total += 1
                    elif a == 5:
                        break
    return total


def delete(n: int):
    x = n
    del x
    x = n + 1
    return x


# --- calls
(for_else(n, stop) for n in (0, 1, 5, -3) for stop in (0, 3, 10))
(while_else(n, stop) for n in (0, 1, 5, -3) for stop in (0, 3, 10))
(skip(n) for n in (0, 1, 2, 10, -1))
(nested_break(n, m) for n in (0, 1, 5) for m in (0, 1, 3, 7))
(break_in_else(n) for n in (0, 3, 4, 10))
(loop_variable_after(n) for n in (0, 1, 5, -2))
(loop_variable_changed(n) for n in (0, 1, 5))
(bound_changed_inside(n) for n in (0, 1, 5))
(while_true(n) for n in (0, 5, -5))
(while_condition_effects(a) for a in (0, 1, 2, 1000, -1))
(if_chain(x) for x in (-5, 0, 5, 10, 50))
(early_return(n) for n in (0, 5, 8, 9, 100))
(conditional(x) for x in FEW_FLOATS)
(logic(a, b) for a in (0, 1, -3) for b in (0, 5))
(logic_of_kinds(a, b) for a in (0, 1, -3) for b in (0, 5))
(logic_float(a, b) for a in FEW_FLOATS for b in (0.0, 2.0, nan))
(short_circuit(a, b) for a in (1, 9) for b in (0, 2))
(short_circuit_and(a, b) for a in (1, 9) for b in (0, 2))
(walrus(n) for n in (0, 6, 8, -9))
(walrus_in_loop(n) for n in (0, 3, 10))
(pass_only(n) for n in (0, 3, -3))
nothing()
(bare_return(n) for n in (-1, 0, 1))
(primes(n) for n in (0, 2, 3, 30, 100))
dead_code(3)
(deep(n) for n in (0, 4, 8))
delete(4)
