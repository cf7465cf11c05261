cdef void first(const list x):
    pass


def f(const object[:] a):
    return a[0]


def g():
    cdef const str s
    return s

# error 1:16: Const/volatile/restrict base type cannot be a Python object
# error 5:6: Const/volatile/restrict base type cannot be a Python object
# error 10:9: Const/volatile/restrict base type cannot be a Python object
