cdef union Either:
    int a
    float b

def f(Either[:] v):
    return v.shape[0]

# error 5:12: Invalid base type for memoryview slice: Either
