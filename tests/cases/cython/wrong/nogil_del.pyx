def f(x):
    with nogil:
        del x

# error 3:12: Deleting Python object not allowed without gil
# cython 3:8: Deleting Python object not allowed without gil
