def f(x, double[:] y):
    z = <double[:]>x
    return <double[:]>y

# error 2:19: Can only create cython.array from pointer or array
# error 3:22: Can only create cython.array from pointer or array
