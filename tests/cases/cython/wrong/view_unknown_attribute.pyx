def f(double[:] a):
    with nogil:
        return a.nothing

# error 3:16: Accessing Python attribute not allowed without gil
