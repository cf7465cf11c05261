cdef async def f():
    pass

# error 1:5: expected a type
# cython 1:11: Syntax error in C variable declaration
