def f(int n):
    with nogil:
        with nogil:
            n += 1
    return n

# error 3:13: Trying to release the GIL while it was not previously acquired.
# cython 3:13: Trying to release the GIL while it was previously released.
