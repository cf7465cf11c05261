ctypedef thing T

# error 1:9: `thing` is not a type identifier
# cython 1:9: 'thing' is not a type identifier
