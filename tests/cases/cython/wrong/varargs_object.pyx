from libc.stdio cimport printf


def f(x):
    printf("%d\n", x)

# error 5:19: Python object cannot be passed as a varargs parameter
# cython 5:11: Python object cannot be passed as a varargs parameter
