"""Variables of C's where Python code of the module names them: every scope has its own rules."""
import cython

count = cython.declare(cython.int, 1)
other = cython.declare(cython.double, 0.5)
label = cython.declare(str, "start")
items = cython.declare(list)
items = [count for count in range(3)] + [count]
if count:
    count = 2
    for other in (0.25, 0.75):
        pass
try:
    count += 1
finally:
    label += "!"
if (count := count + 1) > 3:
    items.append(count)
TEXT = f"{count}:{other:.2f}:{label!r}"
pair = [0, 0]
pair[0], count = count, 10
with open("/dev/null") as count_file:
    pair[1] = count
key = lambda x, by=count: x * by + count  # noqa: E731


class Outer:
    label = "own"
    seen = label
    read = count

    class Inner:
        read = other

        def method(self):
            return count, label, self.read

    def method(self, label="given"):
        return label, count, [count + i for i in range(2)], Outer.label

    @property
    def value(self):
        return count


def decorated(by):
    def wrap(f):
        return lambda *args: f(*args) + by
    return wrap


@decorated(count)
def added(x):
    return x


def closure():
    count = 5

    def inner():
        return count

    def outer():
        global count
        count = 20
        return count
    return inner(), outer(), inner()


def reads():
    def inner():
        def innermost():
            return count
        return innermost()
    return inner()


def generator(n):
    for i in range(n):
        yield i + count


def changes():
    def inner():
        global count, label
        count += 1
        label = label + "?"
        if (count := count + 1) > 0:
            return count, label
    return inner()


def formatted():
    return (lambda: f"{count:03d} {label} {other}")()


def shadows(count, *other, **label):
    def inner(x=count):
        return x, other, label
    return inner()


def comprehended():
    f = lambda: None  # noqa: E731
    return [x for x in range(count % 7) if x < count], f()


def imported():
    import math as label
    f = lambda: label.pi > 3  # noqa: E731
    return f()


def caught():
    try:
        raise ValueError("x")
    except ValueError as other:
        return (lambda: str(other))()


def set_label(value):
    global label
    label = value
    return label


def wrong():
    def inner(x):
        global count
        count = x
        return count
    try:
        inner("a")
    except TypeError as error:
        found = str(error)
    try:
        inner(2**40)
    except OverflowError as error:
        return found, str(error), count


def native(k: cython.int):
    global count
    count += k
    return count

# --- calls
module.TEXT, module.pair
module.key(2), module.key(2, by=1)
Outer.label, Outer.seen, Outer.read, Outer.Inner.read
Outer.Inner().method()
Outer().method()
Outer().value
added(1)
closure()
reads()
[*generator(2)]
changes()
formatted()
shadows(1, 2, a=3)
comprehended()
imported()
caught()
wrong()
(set_label(value) for value in ("new", None, b"x", 1))
native(1)
native(2**31 - 1)
reads()
[hasattr(module, name) for name in ("count", "other", "label", "items", "pair", "TEXT")]
