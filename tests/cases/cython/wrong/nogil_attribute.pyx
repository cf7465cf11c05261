def f(x):
    with nogil:
        x.y = 1

# error 3:9: Accessing Python attribute not allowed without gil
