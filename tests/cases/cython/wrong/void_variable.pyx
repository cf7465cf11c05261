def f():
    cdef void x

# error 2:14: Variable type 'void' is incomplete
