count = 0
limit = 10
limit = 20


def bump(x: int) -> int:
    global count
    count += 1
    return x + count


def under(x: int) -> int:
    return min(x, limit)
