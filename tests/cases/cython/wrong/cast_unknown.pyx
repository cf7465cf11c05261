def f(int n):
    return <thing>n

# error 2:12: `thing` is not a type identifier
# cython 2:12: 'thing' is not a type identifier
