"""Fused types as kernels of image filters use them: function pointers to one specialisation, explicit indexing."""
cimport cython
cimport numpy as cnp
from libc.math cimport sqrt

ctypedef fused pixel:
    cnp.uint8_t
    cnp.uint16_t


ctypedef fused out_type:
    cnp.uint8_t
    double


ctypedef double (*combine)(double, double) noexcept nogil


cdef double add(double a, double b) noexcept nogil:
    return a + b


cdef double root(double a, double b) noexcept nogil:
    return sqrt(a * a + b * b)


cdef inline void kernel_mean(out_type* out, Py_ssize_t* histogram, double population, pixel g) noexcept nogil:
    cdef Py_ssize_t i
    cdef double total = 0
    for i in range(256):
        total += histogram[i] * i
    out[0] = <out_type>(total / population) if population else <out_type>0


cdef inline void kernel_pop(out_type* out, Py_ssize_t* histogram, double population, pixel g) noexcept nogil:
    out[0] = <out_type>population


cdef void core(void kernel(out_type*, Py_ssize_t*, double, pixel) noexcept nogil,
               pixel[:, ::1] image, out_type[:, ::1] out) noexcept nogil:
    cdef Py_ssize_t histogram[256]
    cdef Py_ssize_t i, j
    cdef double population
    for i in range(image.shape[0]):
        for j in range(256):
            histogram[j] = 0
        population = 0
        for j in range(image.shape[1]):
            histogram[image[i, j] & 255] += 1
            population += 1
            kernel(&out[i, j], histogram, population, image[i, j])


def mean(pixel[:, ::1] image, out_type[:, ::1] out):
    core[out_type, pixel](kernel_mean[out_type, pixel], image, out)


def pop(pixel[:, ::1] image, out_type[:, ::1] out):
    core(kernel_pop[out_type, pixel], image, out)


cdef double fold(combine f, pixel[:] a) noexcept nogil:
    cdef double s = 0
    cdef Py_ssize_t i
    for i in range(a.shape[0]):
        s = f(s, a[i])
    return s


def folds(pixel[:] a):
    return fold(add, a), fold(root, a)

# --- calls
(mean(np.arange(6, dtype=t).reshape(2, 3), np.zeros((2, 3), u)) for t in (np.uint8, np.uint16) for u in (np.uint8, np.float64))
(pop(np.arange(6, dtype=t).reshape(2, 3), np.zeros((2, 3), u)) for t in (np.uint8, np.uint16) for u in (np.uint8, np.float64))
mean(f8(2, 3), f8(2, 3))
(folds(np.arange(4, dtype=t)) for t in (np.uint8, np.uint16))
