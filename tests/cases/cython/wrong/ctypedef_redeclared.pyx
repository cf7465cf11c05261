ctypedef int T
ctypedef double T

# error 2:0: 'T' redeclared
