def f(double[:] a):
    return a(1)

# error 2:12: Calling non-function type 'double[:]'
