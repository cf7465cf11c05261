def f(const double[:] a):
    a[0] = 1

# error 2:5: Assignment to const dereference
