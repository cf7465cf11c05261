from cpython.list cimport PyList_GET_SIZE
def f(list xs):
    return PyList_GET_SIZE(xs, 2)

# error 3:11: Call with wrong number of arguments (expected 1, got 2)
# cython 3:26: Call with wrong number of arguments (expected 1, got 2)
