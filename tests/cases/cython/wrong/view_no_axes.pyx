def f(double[] a):
    return a[0]

# error 1:6: Cannot convert Python object argument to type 'double *'
