cdef void g() noexcept:
    pass

def f():
    return g() + 1

# error 5:15: Invalid operand types for '+' (void; long)
