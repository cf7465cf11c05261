def f():
    with nogil:
        import math

# error 3:15: Python import not allowed without gil
