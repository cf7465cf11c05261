from cython.parallel cimport parallel

def f(int n):
    with nogil, parallel():
        print(n)

# error 5:8: Accessing Python global or builtin not allowed without gil
# cython 5:13: Calling gil-requiring function not allowed without gil
