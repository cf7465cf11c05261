def f(int n):
    return n

def g(int n):
    with cython.boundscheck(False):
        return n

# error 5:9: undeclared name not builtin: cython
