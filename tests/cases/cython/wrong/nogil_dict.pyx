def f(dict d, int n):
    with nogil:
        d[n] = n

# error 3:9: Indexing Python object not allowed without gil
