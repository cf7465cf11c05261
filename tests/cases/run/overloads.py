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
