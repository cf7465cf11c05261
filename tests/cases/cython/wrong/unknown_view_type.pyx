def f(thing[:] a):
    return a[0]

# error 1:6: `thing` is not a type identifier
# cython 1:6: 'thing' is not a type identifier
