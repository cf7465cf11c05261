def f(x):
    with nogil:
        y = x

# error 3:8: Assignment of Python object not allowed without gil
