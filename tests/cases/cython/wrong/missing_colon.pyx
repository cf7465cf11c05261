def f(int n)
    return n

# error 1:12: expected `:`
# cython 1:12: Expected ':', found 'NEWLINE'
