cimport libc.math

def f(double x):
    return libc.math.sine(x)

# error 4:11: pyrx knows no `sine` of `libc.math`
# cython 4:20: cimported module has no attribute 'sine'
