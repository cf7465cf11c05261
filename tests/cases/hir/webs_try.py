"""Exceptions leave a `try` body anywhere; `finally` runs on every way out."""


def handled(f):
    x = 1
    try:
        x = f()
        x = "two"
        y = x
    except ValueError:
        return x
    except (TypeError, KeyError) as error:
        x = error
    else:
        y = 3
    return x, y


def finally_normal(f):
    try:
        x = f()
    finally:
        f(0)
    return x


def finally_reads(f):
    x = 1
    try:
        x = f()
    finally:
        print(x)
        x = 2
    return x


def breaks_through(values):
    for v in values:
        try:
            x = v
            if x:
                break
            y = x
            if y:
                continue
        finally:
            z = 1
        w = x
    return x, y, z, w


def returns_through(f):
    try:
        x = f()
        return x
    finally:
        x = 2
        print(x)


def nested(f):
    x = 0
    try:
        try:
            x = f(1)
        except KeyError:
            x = f(2)
        finally:
            print(x)
    except ValueError:
        return x
    return x


def loops_inside(values):
    x = None
    try:
        for v in values:
            x = v
    except Exception:
        print(x)
        raise
    return x
