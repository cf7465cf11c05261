def f(double x, int n):
    return x & n

# error 2:13: Invalid operand types for '&' (double; int)
