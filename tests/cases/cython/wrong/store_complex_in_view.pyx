def f(double[:] a, double complex y):
    a[0] = y

# error 2:11: Cannot assign type 'double complex' to 'double'
