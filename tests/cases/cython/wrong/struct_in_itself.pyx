cdef struct P:
    int x
    P y

# error 3:6: Struct cannot contain itself as a member.
