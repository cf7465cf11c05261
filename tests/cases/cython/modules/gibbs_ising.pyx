# cython: language_level=3
# cython: boundscheck=False
# cython: wraparound=False
# cython: cdivision=True
"""Gibbs and Metropolis sampling of an Ising model, and of a bivariate normal, with a generator in a struct.

The generator is xoshiro256** seeded by splitmix64; the kind of update is a function pointer.
"""
import numpy as np
cimport numpy as np
from libc.math cimport exp, fabs, log, sqrt, isfinite, M_PI, cos
from libc.stdint cimport int8_t, uint64_t
from libc.stdlib cimport free, malloc

DEF WARM_UP = 8

cdef struct State:
    uint64_t[4] s
    double spare
    bint has_spare

ctypedef double (*uniform)(State*) noexcept nogil

ctypedef struct Sampler:
    State state
    uniform draw
    int (*update)(Sampler*, int8_t*, int, double) noexcept nogil
    long accepted, proposed

cpdef enum Rule:
    GIBBS = 1
    METROPOLIS


cdef inline uint64_t rotl(const uint64_t x, int k) noexcept nogil:
    return (x << k) | (x >> (64 - k))


cdef uint64_t next64(State* state) noexcept nogil:
    cdef uint64_t* s = state.s
    cdef uint64_t result = rotl(s[1] * 5, 7) * 9
    cdef uint64_t t = s[1] << 17
    s[2] ^= s[0]
    s[3] ^= s[1]
    s[1] ^= s[2]
    s[0] ^= s[3]
    s[2] ^= t
    s[3] = rotl(s[3], 45)
    return result


cdef void seed(State* state, uint64_t value) noexcept nogil:
    cdef uint64_t z
    cdef int i
    for i in range(4):
        value += 0x9E3779B97F4A7C15ULL
        z = value
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL
        state.s[i] = z ^ (z >> 31)
    state.has_spare = False
    for i in range(WARM_UP):
        next64(state)


cdef double uniform53(State* state) noexcept nogil:
    return (next64(state) >> 11) * (1.0 / 9007199254740992.0)


cdef double normal(State* state) noexcept nogil:
    """Marsaglia's polar method; every second draw comes from the last."""
    cdef double u, v, s
    if state.has_spare:
        state.has_spare = 0
        return state.spare
    while True:
        u = 2 * uniform53(state) - 1
        v = 2 * uniform53(state) - 1
        s = u * u + v * v
        if 0 < s < 1:
            break
    s = sqrt(-2 * log(s) / s)
    state.spare = v * s
    state.has_spare = True
    return u * s


cdef int gibbs(Sampler* sampler, int8_t* spin, int field, double beta) noexcept nogil:
    cdef double p = 1 / (1 + exp(-2 * beta * field))
    cdef int8_t before = spin[0]
    spin[0] = 1 if sampler.draw(&sampler.state) < p else -1
    return spin[0] != before


cdef int metropolis(Sampler* sampler, int8_t* spin, int field, double beta) noexcept nogil:
    cdef int change = 2 * spin[0] * field
    if change <= 0 or sampler.draw(&sampler.state) < exp(-beta * change):
        spin[0] = -spin[0]
        return 1
    return 0


cdef int sweep(Sampler* sampler, int8_t[:, ::1] lattice, double beta) noexcept nogil:
    """One pass over the lattice, whose edges meet; the number of changed spins."""
    cdef Py_ssize_t n = lattice.shape[0], m = lattice.shape[1], i, j
    cdef int changed = 0, field
    for i in range(n):
        for j in range(m):
            field = (lattice[(i + 1) % n, j] + lattice[(i + n - 1) % n, j]
                     + lattice[i, (j + 1) % m] + lattice[i, (j + m - 1) % m])
            changed += sampler.update(sampler, &lattice[i, j], field, beta)
    sampler.proposed += n * m
    sampler.accepted += changed
    return changed


cdef (double, long) measure(const int8_t[:, :] lattice) noexcept:
    """Magnetisation for each spin, and the energy."""
    cdef Py_ssize_t i, j, n = lattice.shape[0], m = lattice.shape[1]
    cdef long total = 0, energy = 0
    for i in range(n):
        for j in range(m):
            total += lattice[i, j]
            energy -= lattice[i, j] * (lattice[(i + 1) % n, j] + lattice[i, (j + 1) % m])
    return <double>total / (n * m), energy


def ising(int8_t[:, ::1] lattice not None, double beta, int sweeps=10, uint64_t start=1, Rule rule=GIBBS):
    """Runs the sampler in place; the magnetisation after each sweep, the last energy, the rate of accepted changes."""
    if lattice.shape[0] < 2 or lattice.shape[1] < 2:
        raise ValueError(f"the lattice is too small: {lattice.shape[0]} x {lattice.shape[1]}")
    if not isfinite(beta):
        raise ValueError("beta must be finite")
    cdef Sampler sampler
    cdef double[::1] trace = np.empty(sweeps)
    cdef int at
    cdef double m
    cdef long energy = 0
    seed(&sampler.state, start)
    sampler.draw = uniform53
    sampler.accepted = sampler.proposed = 0
    if rule == GIBBS:
        sampler.update = gibbs
    elif rule == METROPOLIS:
        sampler.update = &metropolis
    else:
        raise ValueError("unknown rule: %d" % rule)
    for at in range(sweeps):
        with nogil:
            sweep(&sampler, lattice, beta)
        m, energy = measure(lattice)
        trace[at] = m
    rate = <double>sampler.accepted / sampler.proposed if sampler.proposed else None
    return np.asarray(trace), energy, rate


def bivariate(int count, double rho, start=3, *, bint antithetic=False):
    """Gibbs draws of a normal with correlation rho, as an array of rows."""
    cdef State state
    cdef State* at = &state
    cdef double x = 0, y = 0, spread
    cdef int i
    if fabs(rho) >= 1:
        raise ValueError(f"rho must be between -1 and 1, got {rho!r}")
    spread = sqrt(1 - rho ** 2)
    seed(at, start)
    cdef np.ndarray[np.float64_t, ndim=2] out = np.empty((count, 2))
    for i in range(count):
        x = rho * y + spread * normal(at)
        y = rho * x + spread * normal(at)
        if antithetic and i % 2:
            x, y = -x, -y
        out[i, 0] = x
        out[i, 1] = y
    return out


def raw(uint64_t start, int count):
    """The first numbers of the generator, and how a copy goes on."""
    cdef State* state = <State*>malloc(sizeof(State))
    cdef State copy
    if not state:
        raise MemoryError
    try:
        seed(state, start)
        numbers = [next64(state) for _ in range(count)]
        copy = state[0]
        return numbers, next64(&copy) == next64(state), copy.s[0] == state.s[0], uniform53(&copy)
    finally:
        free(state)


def box(double u, double v):
    """One normal number by Box and Muller."""
    return sqrt(-2 * log(u)) * cos(2 * M_PI * v)

# --- calls
raw(1, 3)
raw(0, 1)
raw(2**64 - 1, 2)
raw(-1, 1)
ising(np.ones((4, 5), np.int8), 0.4)
ising(np.ones((4, 5), np.int8), 0.0, 3, 7)
ising(np.ones((6, 6), np.int8), 0.44, 20, 5, rule=2)
ising(np.ones((6, 6), np.int8), 0.44, rule=METROPOLIS)
ising(np.ones((6, 6), np.int8), 0.44, rule=Rule.METROPOLIS)
ising(np.ones((6, 6), np.int8), 0.44, rule=5)
ising(np.ones((1, 6), np.int8), 0.44)
ising(np.ones((6, 6), np.int8), float("nan"))
ising(np.ones((6, 6), np.int8), 0.44, 0)
ising(np.ones((6, 6)), 0.44)
ising(np.ones((6, 6), np.int8).T[::2], 0.44)
ising(None, 0.44)
bivariate(4, 0.5)
bivariate(3, -0.9, start=11, antithetic=True)
bivariate(0, 0.0)
bivariate(2, 1)
bivariate(2, 0.5, -1)
bivariate(2, 0.5, "a")
box(0.5, 0.25)
