# a comment
# pyrx: cdivision=True, overflowcheck=True
# pyrx: fastmath=1
#cython:cpow=True

import pyrx
from pyrx import boundscheck, compile

# pyrx: wraparound=False


@compile
@boundscheck(False)
def first(x): return x


@pyrx.compile(strict=True, cdivision=False)
@pyrx.parallel(False)
@pyrx.fastmath
@other
def second(x): return x


def third(x): return x
