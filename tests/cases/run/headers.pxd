cimport cython

cpdef double scaled(double x, int n)
cpdef double area(double width, double height=*)
@cython.locals(t=cython.double, i=cython.Py_ssize_t)
cpdef double total(double[:] a)
cpdef int wraps(int n)
cpdef nothing(object x)
