def f(int n):
    with nogil:
        x = {n}

# error 3:12: Constructing Python set not allowed without gil
# cython 3:8: Assignment of Python object not allowed without gil
