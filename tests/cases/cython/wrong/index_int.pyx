def f(int n):
    return n[0]

# error 2:12: Attempting to index non-array type 'int'
