"""Constants of enums as sizes of C arrays."""


cdef enum:
    SIZE = 4
    TWICE = SIZE * 2


def array_of_size():
    cdef int a[SIZE]
    cdef int i
    for i in range(SIZE):
        a[i] = i * TWICE
    return [a[i] for i in range(SIZE)]

# --- calls
array_of_size()
