"""Views whose elements are structs: records of NumPy."""
import numpy as np
cimport numpy as cnp

cdef packed struct Particle:
    double x
    double v
    int kind


ctypedef cnp.float64_t real

cdef struct Aligned:
    char tag
    double value


dtype = np.dtype([("x", "f8"), ("v", "f8"), ("kind", "i4")])
aligned = np.dtype([("tag", "i1"), ("value", "f8")], align=True)


def step(Particle[:] particles, double dt):
    cdef Py_ssize_t i
    for i in range(particles.shape[0]):
        particles[i].x += particles[i].v * dt
        particles[i].kind += 1


def energy(const Particle[:] particles):
    cdef double e = 0
    cdef Py_ssize_t i
    cdef Particle p
    for i in range(particles.shape[0]):
        p = particles[i]
        e += p.v * p.v / 2
    return e


def set_whole(Particle[:] particles):
    cdef Particle p
    p.x = 1
    p.v = 2
    p.kind = 3
    particles[0] = p
    particles[1] = particles[0]


def get_whole(Particle[:] particles):
    return particles[0]


def sum_aligned(Aligned[:] items):
    cdef double s = 0
    cdef Py_ssize_t i
    for i in range(items.shape[0]):
        s += items[i].value * items[i].tag
    return s


def pointer_to(Particle[::1] particles):
    cdef Particle* p = &particles[0]
    p.x = 42
    (p + 1).x = 43

# --- calls
step(np.array([(1, 2, 3), (4, 5, 6)], dtype), 0.5)
energy(np.array([(1, 2, 3), (4, 5, 6)], dtype))
energy(ro(np.array([(1, 2, 3)], dtype)))
set_whole(np.zeros(2, dtype))
get_whole(np.array([(1, 2, 3)], dtype))
sum_aligned(np.array([(1, 2.5), (2, 3.5)], aligned))
pointer_to(np.zeros(2, dtype))
step(f8(3), 1)
step(np.zeros(2, aligned), 1)
