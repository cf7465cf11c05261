def f(int n):
    missing_function(n)

# error 2:4: undeclared name not builtin: missing_function
