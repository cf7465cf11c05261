"""Methods see globals and not the names of the class; defaults see both."""

LIMIT = 1


class Outer(Base, metaclass=Meta):
    """Docstring."""

    LIMIT = 2
    slots: int = 3

    def method(self, n=LIMIT, m=slots, k=len):
        return LIMIT + n

    @property
    def value(self): return self._value

    @classmethod
    def make(cls): return cls()

    async def coroutine(self): return 1

    try:
        def in_try(self): return 1
    except ValueError:
        def in_try(self): return 2

    for i in range(3):
        def in_loop(self): return 3

    class Inner:
        def method(self): return __class__


def function():
    return Outer
