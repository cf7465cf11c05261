def f(int n):
    return missing_name + n

# error 2:11: undeclared name not builtin: missing_name
