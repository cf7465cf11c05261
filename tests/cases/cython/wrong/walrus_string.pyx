def f(int n):
    if (n := 'abc'):
        return n

# error 2:13: Only single-character string literals can be coerced into ints.
