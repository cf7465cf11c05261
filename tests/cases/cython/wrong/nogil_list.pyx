def f(int n):
    with nogil:
        x = [n]

# error 3:12: Constructing Python list not allowed without gil
