from cython.parallel cimport parallel

def f(int n):
    with nogil, parallel():
        print(n)

# error 5:13: Calling gil-requiring function not allowed without gil
