include "not_there.pxi"

# error 1:0: 'not_there.pxi' not found
