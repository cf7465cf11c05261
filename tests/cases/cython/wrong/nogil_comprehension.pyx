def f(int n):
    with nogil:
        a = [i for i in range(n)]

# error 3:12: Operation not allowed without gil
