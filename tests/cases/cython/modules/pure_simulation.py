# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True
"""Simulation and signal kernels: random numbers, ODEs, filters, Monte Carlo."""
import cython
import numpy as np
from cython import double, int as cint, longlong, ulonglong
from cython.cimports.libc.math import exp, log, sqrt, cos, sin, M_PI, fmod, hypot, pow as cpow
from cython.cimports.libc.stdint import uint64_t, int64_t, uint8_t
from cython.cimports.libc.string import memcpy
from cython.parallel import prange, parallel, threadid

State = cython.struct(s=cython.ulonglong[4], spare=cython.double, has=cython.bint)
Vec3 = cython.struct(x=cython.double, y=cython.double, z=cython.double)
Body = cython.struct(pos=Vec3, vel=Vec3, mass=cython.double)


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def splitmix(x: cython.pointer(cython.ulonglong)) -> cython.ulonglong:
    golden: cython.ulonglong = 0x9e3779b97f4a7c15
    a: cython.ulonglong = 0xbf58476d1ce4e5b9
    b: cython.ulonglong = 0x94d049bb133111eb
    x[0] += golden
    z: cython.ulonglong = x[0]
    z = (z ^ (z >> 30)) * a
    z = (z ^ (z >> 27)) * b
    return z ^ (z >> 31)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def rotl(x: cython.ulonglong, k: cython.int) -> cython.ulonglong:
    return (x << k) | (x >> (64 - k))


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def next64(st: cython.pointer(State)) -> cython.ulonglong:
    result: cython.ulonglong = rotl(st.s[1] * 5, 7) * 9
    t: cython.ulonglong = st.s[1] << 17
    st.s[2] ^= st.s[0]
    st.s[3] ^= st.s[1]
    st.s[1] ^= st.s[2]
    st.s[0] ^= st.s[3]
    st.s[2] ^= t
    st.s[3] = rotl(st.s[3], 45)
    return result


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def seed(st: cython.pointer(State), value: cython.ulonglong) -> cython.void:
    i: cython.int
    for i in range(4):
        st.s[i] = splitmix(cython.address(value))
    st.has = False
    st.spare = 0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def uniform(st: cython.pointer(State)) -> cython.double:
    return (next64(st) >> 11) * (1.0 / 9007199254740992.0)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def gauss(st: cython.pointer(State)) -> cython.double:
    u: cython.double
    v: cython.double
    s: cython.double
    if st.has:
        st.has = False
        return st.spare
    while True:
        u = 2 * uniform(st) - 1
        v = 2 * uniform(st) - 1
        s = u * u + v * v
        if 0 < s < 1:
            break
    s = sqrt(-2 * log(s) / s)
    st.spare = v * s
    st.has = True
    return u * s


def normals(n: cython.int, value: cython.ulonglong = 42):
    st: State
    seed(cython.address(st), value)
    out = np.empty(n)
    o: cython.double[::1] = out
    i: cython.int
    for i in range(n):
        o[i] = gauss(cython.address(st))
    return out


def raw(n: cython.int, value: cython.ulonglong = 42) -> list:
    st: State
    seed(cython.address(st), value)
    return [next64(cython.address(st)) for _ in range(n)]


def pi_by_chance(n: cython.longlong, chunks: cython.int = 4, threads: cython.int = 2):
    hits: cython.longlong = 0
    c: cython.int
    with cython.nogil:
        for c in prange(chunks, num_threads=threads, schedule="static"):
            hits += count(n // chunks, c + 1)
    return 4.0 * hits / n


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def count(n: cython.longlong, value: cython.ulonglong) -> cython.longlong:
    st: State
    seed(cython.address(st), value)
    k: cython.longlong
    inside: cython.longlong = 0
    for k in range(n):
        if hypot(uniform(cython.address(st)), uniform(cython.address(st))) <= 1:
            inside += 1
    return inside


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def pull(a: cython.pointer(Body), b: cython.pointer(Body), dt: cython.double) -> cython.void:
    dx: cython.double = b.pos.x - a.pos.x
    dy: cython.double = b.pos.y - a.pos.y
    dz: cython.double = b.pos.z - a.pos.z
    r2: cython.double = dx * dx + dy * dy + dz * dz + 1e-9
    f: cython.double = dt / (r2 * sqrt(r2))
    a.vel.x += dx * b.mass * f
    a.vel.y += dy * b.mass * f
    a.vel.z += dz * b.mass * f


def orbit(masses: cython.double[:], start: cython.double[:, :], steps: cython.int, dt: cython.double = 0.01):
    bodies: Body[8]
    n: cython.int = masses.shape[0]
    if n > 8:
        raise ValueError("at most 8 bodies")
    i: cython.int
    j: cython.int
    k: cython.int
    for i in range(n):
        bodies[i].mass = masses[i]
        bodies[i].pos = Vec3(start[i, 0], start[i, 1], start[i, 2])
        bodies[i].vel.x = bodies[i].vel.y = bodies[i].vel.z = 0
    for k in range(steps):
        for i in range(n):
            for j in range(n):
                if i != j:
                    pull(cython.address(bodies[i]), cython.address(bodies[j]), dt)
        for i in range(n):
            bodies[i].pos.x += bodies[i].vel.x * dt
            bodies[i].pos.y += bodies[i].vel.y * dt
            bodies[i].pos.z += bodies[i].vel.z * dt
    return [(bodies[i].pos.x, bodies[i].pos.y, bodies[i].pos.z) for i in range(n)]


def biquad(x: cython.double[:], b: tuple, a: tuple):
    b0: cython.double
    b1: cython.double
    b2: cython.double
    b0, b1, b2 = b
    a1: cython.double
    a2: cython.double
    _, a1, a2 = a
    z1: cython.double = 0
    z2: cython.double = 0
    y: cython.double
    out = np.empty_like(x)
    o: cython.double[:] = out
    i: cython.Py_ssize_t
    for i in range(x.shape[0]):
        y = b0 * x[i] + z1
        z1 = b1 * x[i] - a1 * y + z2
        z2 = b2 * x[i] - a2 * y
        o[i] = y
    return out


def phases(t: cython.double, period: cython.double):
    return fmod(t, period) / period, t % period, t // period, cpow(t, 0.5)


def bits(x: int64_t, k: uint8_t = 3):
    return x >> k, x << k, x & k, x | k, ~x, x ^ k, k - 5, k << 7


def fill(n: cython.size_t):
    buf: cython.uchar[16]
    src: cython.uchar[16]
    i: cython.size_t
    for i in range(16):
        src[i] = i * 17
        buf[i] = 0
    memcpy(buf, src, n if n < 16 else 16)
    return [buf[i] for i in range(16)], bytes(buf[:4])


def rk4(y0: cython.double, t1: cython.double, n: cython.int, rate: cython.double = -1.0):
    h: cython.double = t1 / n
    y: cython.double = y0
    i: cython.int
    for i in range(n):
        k1: cython.double = rate * y
        k2: cython.double = rate * (y + h / 2 * k1)
        k3: cython.double = rate * (y + h / 2 * k2)
        k4: cython.double = rate * (y + h * k3)
        y += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
    return y, exp(rate * t1) * y0
# --- calls
normals(5)
normals(3, 2**64 - 1)
normals(0)
raw(3)
raw(2, 7)
pi_by_chance(4000)
pi_by_chance(4000, 1, 1)
pi_by_chance(0)
orbit(np.array([1.0, 2]), np.array([[0.0, 0, 0], [1, 0, 0]]), 5)
orbit(np.array([1.0, 2, 0.5]), np.eye(3), 20, dt=0.1)
biquad(np.array([1.0, 0, 0, 0]), (0.5, 0.2, 0.1), (1, -0.3, 0.2))
biquad(np.array([1.0, 0]), [0.5, 0.2, 0], (1, -0.3, 0.2))
phases(7.5, 2.0)
phases(-7.5, 2.0)
bits(100)
bits(-100, 1)
bits(2**63 - 1, 255)
bits(1, 256)
fill(5)
fill(100)
rk4(1.0, 1.0, 10)
rk4(1, 2, 5, rate=0.5)
rk4(1, 2, 0)
