def f(x):
    with nogil:
        x.y = 1

# error 3:8: Converting to Python object not allowed without gil
# cython 3:9: Accessing Python attribute not allowed without gil
