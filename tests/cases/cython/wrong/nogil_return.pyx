def f(int n):
    with nogil:
        return n

# error 3:8: Returning Python object not allowed without gil
