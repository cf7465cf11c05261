cimport libc.math

def f(double x):
    return libc.math.sine(x)

# error 4:20: cimported module has no attribute 'sine'
