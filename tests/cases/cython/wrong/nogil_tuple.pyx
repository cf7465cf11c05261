def f(x, int n):
    with nogil:
        y = (x, n)

# error 3:12: Constructing Python tuple not allowed without gil
# cython 3:8: Assignment of Python object not allowed without gil
