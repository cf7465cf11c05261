"""What module-level names are bound to."""

import os, os.path
import numpy as np
import xml.dom.minidom
import xml.sax as sax
from math import sqrt, pi as PI
from . import sibling
from .other import thing
from ..up import above
from ....toofar import nothing

try:
    import fast
    from faster import kernel
    import twice
except ImportError:
    twice = None

if PI > 3:
    import conditional
    def in_if(x): return x
else:
    only = 1

SIZE = 10
NEGATIVE = -1.5
TABLE = np.zeros(SIZE)
A, B = 1, (2, 3)
C, D = sqrt(2), *[1]
E = F = "text"
TYPED: int = 3
BARE: int
REBOUND = 1
REBOUND = 2
AUGMENTED = 1
AUGMENTED += 1
DELETED = 1
del DELETED
CHANGED_BELOW = 1
CHANGED_NESTED = 1
LAMBDA = lambda: 1
SQUARES = [i * i for i in range(3)]
WALRUS = (inner := 2)

for index in range(3):
    last = index
    def in_loop(): return 1

while (cond := False):
    pass

with open("f") as handle:
    text = handle.read()


def function(): return 1


def twice_defined(): return 1


def twice_defined(): return 2


@cache
def decorated(): return 3


async def coroutine(): return 4


def changes():
    global CHANGED_BELOW
    CHANGED_BELOW = 2

    class Inner:
        global CHANGED_NESTED
        CHANGED_NESTED = 2


class Class:
    attribute = 1

    def method(self): return self.attribute

    if True:
        def other(self): return 1

    class Deeper:
        def deep(self): return 2


if __name__ == "__main__":
    main_only = 1
    function()
