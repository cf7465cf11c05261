def f(int n):
    print n

# error 2:10: missing parentheses in call to 'print'. Did you mean print(...)?
# cython 2:10: Syntax error in simple statement list
