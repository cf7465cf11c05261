"""Closures, generators, nested functions, lambdas, decorators: plain Python in a .pyx."""
import functools


def make_adder(n):
    def add(x):
        return x + n
    return add


def use_adder(n, x):
    return make_adder(n)(x)


def counter():
    count = 0

    def step():
        nonlocal count
        count += 1
        return count
    return step


def use_counter(n):
    step = counter()
    return [step() for _ in range(n)]


def squares(n):
    for i in range(n):
        yield i * i


def use_generator(n):
    return list(squares(n)), sum(squares(n))


def flatten(items):
    for item in items:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


def use_flatten(items):
    return list(flatten(items))


def logged(f):
    @functools.wraps(f)
    def inner(*args):
        print("call", f.__name__, args)
        return f(*args)
    return inner


@logged
def decorated(a, b):
    return a - b


def sort_key(items):
    return sorted(items, key=lambda x: -x)


class Shape:
    sides = 0

    def __init__(self, size):
        self.size = size

    def area(self):
        return self.size ** 2

    @property
    def name(self):
        return type(self).__name__

    @staticmethod
    def unit():
        return Shape(1)

    @classmethod
    def of(cls, size):
        return cls(size)


class Square(Shape):
    sides = 4

    def area(self):
        return super().area() + 0.5


def use_classes(n):
    s = Square.of(n)
    return s.area(), s.name, s.sides, Shape.unit().area()

# --- calls
use_adder(2, 3)
use_counter(3)
use_generator(4)
use_flatten([1, [2, [3, 4]], 5])
decorated(5, 3)
sort_key([1, 3, 2])
use_classes(3)
