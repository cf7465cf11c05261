def f(double[:] a):
    a += 1

# error 2:4: Invalid operand types for '+' (double[:]; long)
