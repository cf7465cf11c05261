def f():
    with nogil:
        import math

# error 3:8: `f` has C types, and cannot be compiled: it imports a module, line 3
# cython 3:15: Python import not allowed without gil
