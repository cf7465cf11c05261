def f():
    ctypedef int T

# error 2:4: ctypedef statement not allowed here
