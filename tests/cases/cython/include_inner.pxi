IF FACTOR == 3:
    cdef int inner(int x) except? -1:
        if x > 100:
            raise OverflowError("too large")
        return x + 1
ELSE:
    cdef int inner(int x):
        return 0

INNER = ["inner", FACTOR]
ORDER.append("inner")
