from libc.math cimport sine

# error 1:0: 'libc/math/sine.pxd' not found
