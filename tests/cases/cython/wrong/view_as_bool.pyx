def f(double[:] a):
    return not a

# error 2:15: Type 'double[:]' not acceptable as a boolean
