def f(a):
    return f"{<nosuch>a}"

# error 2:15: `nosuch` is not a type identifier
# cython 2:15: 'nosuch' is not a type identifier
