"""Variables of C's that functions of this module share with those of others."""

cdef double EPS = 1e-3
cdef double state = 0.0
cdef int[4] TABLE
TABLE[:] = [1, 2, 4, 8]
cdef Point origin
origin.x, origin.y = 5, 6
cdef int hidden = 0
cdef double included = 0.25
corner.x = 9
cdef bint verbose = True
cdef unsigned char low = 250
cdef double unshared = 2.5
place = &EPS


cdef double twice(double x) noexcept nogil:
    return 2 * x


chosen = twice


cdef double scaled(double x) noexcept nogil:  # level: native
    return x * EPS


cdef double bumped() noexcept:  # level: native
    global state
    state += 1
    return state


cdef int looked(int i) except -1:
    if not 0 <= i < 4:
        raise IndexError(f"no entry {i}")
    return TABLE[i]


cdef void put(int v) noexcept:  # level: native
    global hidden
    hidden = v


cdef void keep(int v) noexcept:  # level: native
    put(v)


cpdef int kept():  # level: native
    return hidden


STEP = 0.5


cdef double stepped(double x, double by=STEP * 2, curve at=twice) noexcept:  # level: native
    return at(x) + by


cpdef double stepped_up(double x, double by=STEP + unshared):  # level: native
    return x + by


STEP = 100


def own():
    return state, EPS, [TABLE[i] for i in range(4)], origin, verbose, low, hidden, chosen(1.5), unshared, included, corner
