def f(double[:] a):
    del a[0]

# error 2:9: Deletion of non-Python, non-C++ object
