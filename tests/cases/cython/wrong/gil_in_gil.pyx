def f():
    with gil:
        pass

# error 2:9: Trying to acquire the GIL while it is already held.
