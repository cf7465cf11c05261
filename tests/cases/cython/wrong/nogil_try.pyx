cdef int g() except -1:
    return 1

cdef int f() except -1 nogil:
    try:
        return 1
    except ValueError:
        return 2

# error 5:4: Try-except statement not allowed without gil
