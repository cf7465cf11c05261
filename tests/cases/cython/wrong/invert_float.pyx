def f(double x):
    return ~x

# error 2:11: Invalid operand type for '~' (double)
