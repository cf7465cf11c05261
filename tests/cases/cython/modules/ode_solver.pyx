# cython: cdivision=True, boundscheck=False, wraparound=False
"""Runge-Kutta solvers of ordinary differential equations with right-hand sides as function pointers."""
import numpy as np

from libc.math cimport cos, fabs, fmax, fmin, pow, sin, sqrt

DEF MAX_DIM = 4

ctypedef void (*rhs_t)(double t, const double* y, double* dydt, const double* params) noexcept nogil


cdef struct Problem:
    rhs_t f
    int dim
    const double* params


cdef struct Stats:
    int steps
    int rejected
    int evaluations


cdef void decay(double t, const double* y, double* dydt, const double* params) noexcept nogil:
    dydt[0] = -params[0] * y[0]


cdef void oscillator(double t, const double* y, double* dydt, const double* params) noexcept nogil:
    dydt[0] = y[1]
    dydt[1] = -params[0] * y[0] - params[1] * y[1]


cdef void lotka(double t, const double* y, double* dydt, const double* params) noexcept nogil:
    dydt[0] = params[0] * y[0] - params[1] * y[0] * y[1]
    dydt[1] = params[2] * y[0] * y[1] - params[3] * y[1]


cdef void forced(double t, const double* y, double* dydt, const double* params) noexcept nogil:
    dydt[0] = cos(params[0] * t) - y[0]


cdef void lorenz(double t, const double* y, double* dydt, const double* params) noexcept nogil:
    dydt[0] = params[0] * (y[1] - y[0])
    dydt[1] = y[0] * (params[1] - y[2]) - y[1]
    dydt[2] = y[0] * y[1] - params[2] * y[2]


cdef rhs_t find(str name) except NULL:
    if name == "decay":
        return decay
    elif name == "oscillator":
        return oscillator
    elif name == "lotka":
        return lotka
    elif name == "forced":
        return forced
    elif name == "lorenz":
        return lorenz
    raise ValueError(f"no problem {name!r}")


cdef dict DIMENSIONS = {"decay": 1, "oscillator": 2, "lotka": 2, "forced": 1, "lorenz": 3}


cdef void euler_step(const Problem* p, double t, double h, double* y) noexcept nogil:
    cdef double[MAX_DIM] k
    cdef int i
    p.f(t, y, k, p.params)
    for i in range(p.dim):
        y[i] += h * k[i]


cdef void rk4_step(const Problem* p, double t, double h, double* y) noexcept nogil:
    cdef double[MAX_DIM] k1
    cdef double[MAX_DIM] k2
    cdef double[MAX_DIM] k3
    cdef double[MAX_DIM] k4
    cdef double[MAX_DIM] tmp
    cdef int i
    p.f(t, y, k1, p.params)
    for i in range(p.dim):
        tmp[i] = y[i] + 0.5 * h * k1[i]
    p.f(t + 0.5 * h, tmp, k2, p.params)
    for i in range(p.dim):
        tmp[i] = y[i] + 0.5 * h * k2[i]
    p.f(t + 0.5 * h, tmp, k3, p.params)
    for i in range(p.dim):
        tmp[i] = y[i] + h * k3[i]
    p.f(t + h, tmp, k4, p.params)
    for i in range(p.dim):
        y[i] += h * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]) / 6


cdef double heun_try(const Problem* p, double t, double h, const double* y, double* out) noexcept nogil:
    """One step of second order; returns the largest difference to the step of first order."""
    cdef double[MAX_DIM] k1
    cdef double[MAX_DIM] k2
    cdef double[MAX_DIM] tmp
    cdef double error = 0
    cdef int i
    p.f(t, y, k1, p.params)
    for i in range(p.dim):
        tmp[i] = y[i] + h * k1[i]
    p.f(t + h, tmp, k2, p.params)
    for i in range(p.dim):
        out[i] = y[i] + 0.5 * h * (k1[i] + k2[i])
        error = fmax(error, fabs(0.5 * h * (k2[i] - k1[i])))
    return error


cdef int adaptive(const Problem* p, double t, double end, double tolerance, double* y, Stats* stats) except -1 nogil:
    cdef double h = (end - t) / 10, error, factor
    cdef double[MAX_DIM] trial
    cdef int i
    stats.steps = stats.rejected = stats.evaluations = 0
    while t < end:
        if stats.steps + stats.rejected > 10000:
            raise RuntimeError("too many steps at t = %g" % t)
        h = fmin(h, end - t)
        error = heun_try(p, t, h, y, trial)
        stats.evaluations += 2
        if error <= tolerance:
            for i in range(p.dim):
                y[i] = trial[i]
            t += h
            stats.steps += 1
        else:
            stats.rejected += 1
        factor = 0.9 * sqrt(tolerance / error) if error > 0 else 5.0
        h *= fmin(5.0, fmax(0.2, factor))
    return stats.steps


def solve(str name, double[::1] y0, double[::1] params, double t_end, int steps, str method="rk4"):
    """The states at equal times, one a row."""
    cdef Problem p
    cdef double h = t_end / steps
    cdef int i, j
    cdef bint euler = method == "euler"
    p.f = find(name)
    p.dim = DIMENSIONS[name]
    p.params = &params[0]
    if y0.shape[0] != p.dim:
        raise ValueError("%s has %d states, got %d" % (name, p.dim, y0.shape[0]))
    if method not in ("rk4", "euler"):
        raise ValueError("method must be 'rk4' or 'euler'")
    cdef double[MAX_DIM] y
    for i in range(p.dim):
        y[i] = y0[i]
    out = np.empty((steps + 1, p.dim))
    cdef double[:, ::1] rows = out
    with nogil:
        for j in range(p.dim):
            rows[0, j] = y[j]
        for i in range(steps):
            if euler:
                euler_step(&p, i * h, h, y)
            else:
                rk4_step(&p, i * h, h, y)
            for j in range(p.dim):
                rows[i + 1, j] = y[j]
    return out


def solve_adaptive(str name, double[::1] y0, double[::1] params, double t_end, double tolerance=1e-4):
    cdef Problem p
    cdef Stats stats
    cdef int i
    cdef double[MAX_DIM] y
    p.f = find(name)
    p.dim = DIMENSIONS[name]
    p.params = &params[0]
    for i in range(min(p.dim, y0.shape[0])):
        y[i] = y0[i]
    with nogil:
        adaptive(&p, 0, t_end, tolerance, y, &stats)
    return [y[i] for i in range(p.dim)], stats

# --- calls
solve("decay", np.array([1.0]), np.array([0.5]), 1, 4)
(solve("oscillator", np.array([1.0, 0.0]), np.array([1.0, 0.1]), 2, 5, m) for m in ("rk4", "euler"))
solve("lotka", np.array([10.0, 5.0]), np.array([1.1, 0.4, 0.1, 0.4]), 1, 10)
solve("forced", np.array([0.0]), np.array([2.0]), 1, 3)
solve("lorenz", np.ones(3), np.array([10.0, 28.0, 8 / 3]), 0.5, 20)
solve("chaos", np.ones(3), np.ones(3), 1, 1)
solve("lorenz", np.ones(2), np.ones(3), 1, 1)
solve("decay", np.ones(1), np.ones(1), 1, 1, "rk5")
solve_adaptive("decay", np.array([1.0]), np.array([0.5]), 1)
solve_adaptive("oscillator", np.array([1.0, 0.0]), np.array([1.0, 0.1]), 3, 1e-6)
solve_adaptive("decay", np.array([1.0]), np.array([0.5]), 1, 0)
