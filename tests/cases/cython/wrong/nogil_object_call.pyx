def f(g, int n):
    with nogil:
        g(n)

# error 3:9: Calling gil-requiring function not allowed without gil
