def f(double* p):
    return p[0]

# error 1:6: Cannot convert Python object argument to type 'double *'
