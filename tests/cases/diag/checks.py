f() = 1
1 = x
a + b = c
(a, f()) = x
[a, *b, *c] = x
*a = x
None = 1
x if y else z = 1
f() += 1
(a, b) += 1
f(): int = 1
del f(), 1
for f() in x: pass
with x as f(): pass
[a for f() in x]
__debug__ = 1
return 1
yield x
await x
break
continue
nonlocal x
if a:
    break
for i in j:
    def f():
        break
    class A:
        continue
else:
    break
while a:
    break
else:
    continue
class A:
    return 1
    x = yield
def f(p):
    from m import *
    await x
    global p
    y = z
    global y, z
    [await z for z in y]
    (await z for z in y)
    def g():
        nonlocal y
    async with a: pass
    async for b in c: pass
async def g():
    await x
    yield from x
    async with a: pass
try:
    pass
except:
    pass
except ValueError:
    pass
lambda: (yield)
lambda: await_
{**a} = 1
f"{x}" = 1
a < b = c
lambda: x = 1
