def f(int x):
    with nogil(x > 3):
        x = 3
    return x

# error 2:9: Non-constant condition in a `with nogil(<condition>)` statement
# cython 2:17: Non-constant condition in a `with nogil(<condition>)` statement
