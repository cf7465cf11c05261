def f(int n):
    if n:
        ctypedef int T

# error 3:8: ctypedef statement not allowed here
