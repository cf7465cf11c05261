def f(int n):
    x = None
    with nogil:
        x = n
    return x

# error 4:8: Assignment of Python object not allowed without gil
