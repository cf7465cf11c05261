def f(int n):
    return n()

# error 2:12: Calling non-function type 'int'
