"""Every statement that stays in the HIR."""


def everything(a, b):
    """A docstring is dropped."""
    "a string is not"
    a = b = a[0] = a.x = 1
    a, (b, *c) = [a, *b] = b
    a += 1; b[0] -= 2; a.x *= 3; a @= b; a //= b; a **= b; a >>= b; a <<= b; a &= b; a ^= b; a |= b; a %= b; a /= b
    if a:
        pass
    elif b:
        a
    else:
        b
    while a:
        break
    else:
        pass
    for a[0], a.x in b:
        continue
    else:
        pass
    assert a
    assert a, "text"
    try:
        if a:
            raise
    except:
        if b:
            raise ValueError
    try:
        if a:
            raise ValueError("x") from a
    except ValueError:
        pass
    except (KeyError, a.Error) as e:
        print(e)
    else:
        pass
    finally:
        pass
    x: int = 1
    y: "float64[::1]" = a
    a.z: int = 3
    a.w: int
    z: Unknown = x
    (v): int = 2
    global g
    g += 1
    if a:
        return
    return a, b
