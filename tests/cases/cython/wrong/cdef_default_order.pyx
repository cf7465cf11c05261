def f(int a=1, int b):
    return a

# error 1:19: non-default argument follows default argument
# cython 1:15: Non-default argument following default argument
