def f(int n):
    with nogil:
        print(n)

# error 3:8: Accessing Python global or builtin not allowed without gil
# cython 3:13: Calling gil-requiring function not allowed without gil
