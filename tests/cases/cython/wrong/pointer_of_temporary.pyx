cdef struct Named:
    char* name


def stored(x):
    cdef Named one
    one.name = x.encode()
    return one.name


def declared(x):
    cdef char* p = x + b"a"
    return p


def listed(x):
    cdef char* p[2]
    p = [x + b"a", b"b"]
    return p[0]

# error 7:23: Storing unsafe C derivative of temporary Python reference
# error 12:21: Storing unsafe C derivative of temporary Python reference
# error 18:11: Storing unsafe C derivative of temporary Python reference
# cython 7:23: Storing unsafe C derivative of temporary Python reference
# cython 12:4: Storing unsafe C derivative of temporary Python reference
