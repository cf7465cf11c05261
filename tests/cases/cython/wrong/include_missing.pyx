include "not_there.pxi"

# error 1:0: there is no file `not_there.pxi`
# cython 1:0: 'not_there.pxi' not found
