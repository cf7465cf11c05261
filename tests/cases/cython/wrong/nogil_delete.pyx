def f(list a):
    with nogil:
        del a[0]

# error 3:12: Deleting Python object not allowed without gil
# cython 3:13: Indexing Python object not allowed without gil
