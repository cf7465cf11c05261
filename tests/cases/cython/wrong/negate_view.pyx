def f(double[:] a):
    return -a

# error 2:11: Invalid operand type for '-' (double[:])
