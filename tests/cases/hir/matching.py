"""`match` and `del` without their sugar."""


def chain(s, n):
    match s + 1:
        case 1 | -2:
            a = 1
        case (3 | 4) as small if small > n:
            a = small
        case None:
            a = 2
        case rest:
            a = rest
    return a


def wildcard(s):
    match s:
        case x if x:
            return x
        case _:
            return 0


def deleted(a, n):
    x = n
    if n:
        del x, a.attr, (n, a[0])
    return x, n
