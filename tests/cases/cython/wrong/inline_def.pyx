inline def f(int n):
    return n

# error 1:7: invalid syntax
# cython 1:7: Syntax error in simple statement list
