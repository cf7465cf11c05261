cdef struct Node:
    int n
    double* data

def f(Node[:] v):
    return v.shape[0]

# error 5:10: Invalid base type for memoryview slice: Node
