def f(double x):
    return x << 2

# error 2:13: Invalid operand types for '<<' (double; long)
