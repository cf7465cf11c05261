from cpython.ref cimport PyObject
def f(x):
    return <PyObject*> [x] == NULL

# error 3:11: Casting temporary Python object to non-numeric non-Python type
