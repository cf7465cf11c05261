def f():
    try:
        pass
    except ValueError, e:
        pass

# error 4:21: several exceptions without parentheses need Python 3.14, which is newer than what pyrx reads
# cython: accepts
