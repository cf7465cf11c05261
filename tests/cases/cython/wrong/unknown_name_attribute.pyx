def f(int n):
    return missing.foo(n)

# error 2:11: undeclared name not builtin: missing
