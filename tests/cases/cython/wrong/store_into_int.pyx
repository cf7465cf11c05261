def f(int n):
    n[0] = 1

# error 2:5: Attempting to index non-array type 'int'
