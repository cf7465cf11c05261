def f(int n):
    return <int n

# error 2:16: expected `>` at the end of a cast
# cython 2:17: Expected '>', found 'NEWLINE'
