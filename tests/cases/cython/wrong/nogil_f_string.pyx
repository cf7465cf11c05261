def f(int n):
    with nogil:
        s = f"{n}"

# error 3:12: String formatting not allowed without gil
# cython 3:14: String formatting not allowed without gil
