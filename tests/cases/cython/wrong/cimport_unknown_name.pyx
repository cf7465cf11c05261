from libc.math cimport sine

# error 1:23: pyrx knows no `sine` of `libc.math`
# cython 1:0: 'libc/math/sine.pxd' not found
