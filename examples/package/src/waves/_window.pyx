"""Windows that a signal is weighted with, in Cython's dialect."""

from libc.math cimport cos, M_PI


cdef double hann(Py_ssize_t i, Py_ssize_t n) noexcept nogil:
    return 0.5 - 0.5 * cos(2.0 * M_PI * i / (n - 1))


def weigh(double[:] signal):
    """Weighs a signal in place by Hann's window."""
    cdef Py_ssize_t i, n = signal.shape[0]
    if n < 2:
        raise ValueError("a window has at least two points")
    for i in range(n):
        signal[i] *= hann(i, n)
