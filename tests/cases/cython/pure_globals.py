"""Variables of C's that a module of Python declares."""
import cython
import numpy as np

seed = cython.declare(cython.uint, 42)
count = cython.declare(cython.int)
small = cython.declare(cython.schar, 100)
ratio: cython.double = cython.declare(cython.double, 0.5)
names = cython.declare(list, ["a"])
table = cython.declare(dict)
anything = cython.declare(object, "start")
buffer = cython.declare(cython.double[:], np.arange(4.0))
cells = cython.declare(cython.int[4])
where = cython.declare(cython.p_int)
flag = cython.declare(cython.bint, 3)
Point = cython.struct(x=cython.double, y=cython.double)
origin = cython.declare(Point)
cython.declare(total=cython.long, scale=cython.double)
total = 7
scale = total / 2
LIMIT = 10
VISIBLE = [seed, count, small, ratio, scale, flag]
small += 20
WRAPPED = small
for total in range(3):
    scale += total
table = {"k": total}


def next_seed():
    global seed
    seed = seed * 1103515245 + 12345
    return seed


def bump(by: cython.int):
    global count
    count += by
    return count


def overflow(x):
    global small
    small = x
    small += 1
    return small


def read():
    return seed > 0, count, ratio, scale, total, flag


def set_ratio(x):
    global ratio, scale
    ratio, scale = x, x * 2
    return ratio + scale


def add_name(name):
    names.append(name)
    return names, len(names)


def set_names(value):
    global names
    names = value
    return names


def keep(key, value):
    table[key] = value
    return table


def set_anything(value):
    global anything
    old = anything
    anything = value
    return old


def view_sum(k: cython.double):
    s: cython.double = 0
    i: cython.Py_ssize_t
    for i in range(buffer.shape[0]):
        buffer[i] += k
        s += buffer[i]
    return s


def set_buffer(a):
    global buffer
    buffer = a
    return buffer.shape[0]


def set_cells(n: cython.int):
    i: cython.int
    for i in range(4):
        cells[i] = i * n
    return cells[3], [x for x in cells]


def points():
    global where
    where = cython.address(count)
    where[0] += 1
    return where[0] == count


def move(x: cython.double):
    origin.x += x
    origin.y = -x
    return origin


def loop(n: cython.int):
    global total
    total = 0
    for total in range(n):
        pass
    return total


def numbers(n):
    for i in range(n):
        yield count + i


def closed():
    def inner():
        global count
        count += 1
        return count, small
    return inner()


def local(count):
    small = count
    return small, [count for count in range(2)]


def shifted():
    return [count + i for i in range(2)], (lambda small: small + count)(1), {name: ratio for name in "ab"}


class Holder:
    start = LIMIT
    small = "own"

    def value(self):
        return count, self.small, small

    def change(self, x):
        global count
        count = x
        return count


handler = lambda x: x + scale


@cython.cfunc
@cython.nogil
def natively(x: cython.int) -> cython.int:
    global count
    count = x
    return count * 2


def unlocked(x: cython.int):
    with cython.nogil:
        x = natively(x)
    return x, count


def default(x: cython.int = count, y=scale):
    return x, y

# --- calls
[hasattr(module, name) for name in ("seed", "count", "small", "ratio", "names", "table", "anything", "buffer", "LIMIT")]
[hasattr(module, name) for name in ("cells", "where", "flag", "origin", "total", "scale")]
module.VISIBLE, module.WRAPPED, module.LIMIT
read()
next_seed()
next_seed()
(bump(by) for by in (1, 2**31 - 2, 1))
(overflow(x) for x in (1, 127, 128, "a"))
read()
set_ratio(2)
set_ratio("a")
add_name("b")
set_names(["z"])
set_names(None)
set_names(("t",))
add_name("c")
keep("x", 1)
set_anything(5)
set_anything(None)
view_sum(1)
set_buffer(f8(3))
view_sum(1)
set_cells(3)
points()
move(2.5)
loop(5)
loop(0)
[*numbers(2)]
closed()
local(5)
shifted()
Holder().value()
Holder().change(7)
Holder().change(2**31)
read()
Holder.start
module.handler(1)
unlocked(9)
default()
setattr(module, "count", 3)
bump(0)
