def f(double x):
    x <<= 1
    return x

# error 2:4: Invalid operand types for '<<' (double; long)
