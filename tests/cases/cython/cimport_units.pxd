cdef enum:
    SCALE = 3

ctypedef unsigned char byte
