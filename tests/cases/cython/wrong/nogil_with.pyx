def f(x):
    with nogil:
        with x:
            pass

# error 3:13: Use of context manager not allowed without gil
# cython 3:13: Try-except statement not allowed without gil
