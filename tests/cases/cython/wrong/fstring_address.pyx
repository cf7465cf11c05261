def f(a):
    return f"n {&a:5}"

# error 2:16: Cannot take address of Python variable 'a'
