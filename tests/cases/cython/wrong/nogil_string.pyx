def f(int n):
    with nogil:
        s = "a" + "b"

# error 3:8: Assignment of Python object not allowed without gil
