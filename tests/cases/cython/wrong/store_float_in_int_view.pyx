def f(int[:] a, double y):
    a[0] = y

# error 2:11: Cannot assign type 'double' to 'int'
