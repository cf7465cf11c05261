def f(double complex z):
    return z % 2

# error 2:13: mod operator not supported for type 'double complex'
