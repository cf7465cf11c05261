def f(double complex a, double complex b):
    return a < b

# error 2:13: complex types are unordered
