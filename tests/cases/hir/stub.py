"""Types from the stub beside it."""

N = f()
M: int = f()


def plain(a, b=1, *rest, c, **others):
    return a


def overloaded(x):
    return x


def annotated(x: int, y):
    return x


# pythran export exported(int)
def exported(x):
    return x


def rank(a):
    return a[0, 0]


def open_rank(a):
    return a


def only_result():
    return 1


class C:
    def method(self, x):
        return x
