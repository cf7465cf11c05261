ctypedef int T
ctypedef double T

# error 2:16: 'T' redeclared
# cython 2:0: 'T' redeclared
