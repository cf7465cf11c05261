def f(int n):
    with nogil:
        print(n)

# error 3:13: Calling gil-requiring function not allowed without gil
