from nowhere_at_all cimport thing

# error 1:0: 'nowhere_at_all.pxd' not found
