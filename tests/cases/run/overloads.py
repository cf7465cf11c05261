"""Several signatures for one function: dispatch at the call by type, dtype, rank and layout."""
# bundle: alone

#pythran export norm(float64[:])
#pythran export norm(float64[:,:])
#pythran export norm(float32[:])
#pythran export norm(int64[:])
#pythran export norm(float list)
#pythran export kind(int)
#pythran export kind(float)
#pythran export kind(complex)
#pythran export kind(bool)
#pythran export kind(str)
#pythran export kind(float64[:])
#pythran export pick(int, float)
#pythran export pick(float, int)
#pythran export pick(float64[:], int)
#pythran export with_default(int, int?)
#pythran export with_default(float64[:], int?)
#pythran export order(float64[:,:] order(C))
#pythran export order(float64[:,:] order(F))
#pythran export none_or(None)
#pythran export none_or(int)
#pythran export flavour(bool)
#pythran export flavour(float)
#pythran export flavour(int)
#pythran export total(float64[:])
#pythran export total(float32[:])
#pythran export total(int64[:])
#pythran export add_into(float64[:], float64[:])
#pythran export add_into(int64[:], int64[:])
#pythran export add_into(float64[:], int64[:])


def norm(a):  # level: any
    s = 0
    for x in a:
        s = s + x * x
    return s




def kind(x):
    return x


def pick(a, b):
    return b


def with_default(a, n=3):
    return n


def order(a):
    return a[0, 0]


def none_or(x):  # level: any
    return x is None


def flavour(x):
    return x


def total(a):
    s = 0
    for i in range(a.shape[0]):
        s += a[i]
    return s


def add_into(a, b):
    for i in range(b.shape[0]):
        a[i] += b[b.shape[0] - 1 - i]


# --- calls
norm(f8(3))
norm(np.array([0.1, 0.2], np.float32))
norm(i8(3))
norm([0.5, 1.5])
(kind(x) for x in (5, 2.5, 1j, True, "a", -(2**63)))
kind(f8(2))
kind(2**70)
kind(np.float64(1.5))  # deviation: 1 -> 1.5
kind([1])  # refused: TypeError
kind(None)  # refused: TypeError
pick(1, 2.5)
pick(1.5, 2)
pick(f8(2), 3)
pick("a", 3)  # refused: TypeError
with_default(1)
with_default(1, 5)
with_default(f8(1))
with_default(f8(1), n=7)
with_default()
order(f8(2, 2))
order(fort(f8(2, 3)))
none_or(None)
none_or(3)
kind(np.array(5))  # deviation: 1 -> 5
kind(np.array(2.5))  # deviation: 1 -> 2.5
kind(np.array(1j))  # deviation: 1 -> 1j
kind(np.array(True))  # deviation: 1 -> True
kind(np.array("x"))  # refused: TypeError
(kind(x) for x in (nan, inf, -0.0, complex(nan, -0.0)))
kind(MyInt(5))  # deviation: 1 -> 5
(flavour(x) for x in (5, 2.5, True))
(total(view(a)) for view in (ro, rev, every2) for a in (f8(3), np.array([nan, -0.0, inf]), np.array([0.1, 3], np.float32), i8(4)))
(total(zero_stride(x, 3)) for x in (0.1, np.float32(0.1), 2**62))
total(np.zeros(0))  # deviation: 5 -> np.float64(0.0)
total(np.zeros(0, np.float32))  # deviation: 5 -> np.float32(0.0)
total(np.zeros(0, np.int64))  # deviation: 5 -> np.int64(0)
total(np.array(1.5))  # refused: TypeError
total(np.zeros(2, np.int8))  # refused: TypeError
add_into((x := f8(4)), x)
add_into((x := f8(4)), rev(x))
add_into((x := i8(5))[1:], x[:-1])
add_into(f8(3), ro(f8(3)))
add_into(ro(f8(3)), f8(3))  # refused: TypeError|ValueError
add_into(f8(3), i8(3))
norm(ro(f8(3)))
norm(np.array([nan, 1.0]))
norm(np.array([]))  # deviation: 5 -> np.float64(0.0)
norm([])  # deviation: 5 -> 0.0
norm([nan])
