"""`except E as e` leaves `e` unbound however the handler is left."""


def by_break(n: int):  # level: mixed
    e = "before"
    for i in range(n):
        try:
            e = 10 // (2 - i)
        except ZeroDivisionError as e:
            break
    return e


def by_continue(n: int):  # level: mixed
    e = "before"
    for i in range(n):
        try:
            x = 10 // (2 - i)
        except ZeroDivisionError as e:
            continue
    return e


def read_in_next(n: int):  # level: mixed
    text = ""
    for i in range(n):
        if i == 3:
            text = text + str(e)
        try:
            x = 10 // (2 - i)
        except ZeroDivisionError as e:
            continue
    return text


def bound_again(n: int):  # level: mixed
    total = 0
    for i in range(n):
        try:
            total += 10 // (2 - i)
        except ZeroDivisionError as e:
            e = 5
            total += e
            continue
        e = 7
    return total, e


def by_return(n: int):  # level: mixed
    total = 0
    try:
        for i in range(n):
            total += i
        try:
            return total // (n - 3)
        except ZeroDivisionError as e:
            return str(e)
    finally:
        if n == 3:
            total = e


def by_raise(n: int):  # level: mixed
    total = 0
    for i in range(n):
        total += i
    try:
        try:
            total //= n - 3
        except ZeroDivisionError as e:
            raise ValueError("other")
    except ValueError:
        return e
    return total


def by_failing(n: int):  # level: mixed
    total = 0
    for i in range(n):
        total += i
    try:
        try:
            total //= n - 3
        except ZeroDivisionError as e:
            total = len(str(e)) // (n - 3)
    except ZeroDivisionError:
        total = e
    return total


def by_raising_again(n: int):  # level: mixed
    total = 0
    for i in range(n):
        total += i
    try:
        try:
            total //= n - 3
        except ZeroDivisionError as e:
            total = 1
            raise
    except ZeroDivisionError as f:
        try:
            return str(f), e
        except UnboundLocalError:
            return str(f), total
    return total


def by_the_end(n: int):  # level: mixed
    total = 0
    for i in range(n):
        try:
            total += 10 // (2 - i)
        except ZeroDivisionError as e:
            total += len(str(e))
        else:
            e = 1
    return total, e


def nested_same(n: int):  # level: mixed
    text = ""
    for i in range(n):
        try:
            text = text + str(10 // (2 - i))
        except ZeroDivisionError as e:
            try:
                raise ValueError("inner")
            except ValueError as e:
                text = text + str(e)
            text = text + str(e)
    return text


# --- calls
(by_break(n) for n in [0, 1, 2, 3, 5])
(by_continue(n) for n in [0, 1, 2, 3, 5])
(read_in_next(n) for n in [0, 2, 3, 4])
(bound_again(n) for n in [0, 2, 3, 4])
(by_return(n) for n in [0, 2, 3, 4])
(by_raise(n) for n in [0, 2, 3, 4])
(by_failing(n) for n in [0, 2, 3, 4])
(by_raising_again(n) for n in [0, 2, 3, 4])
(by_the_end(n) for n in [0, 1, 3, 4])
(nested_same(n) for n in [0, 2, 3, 4])
