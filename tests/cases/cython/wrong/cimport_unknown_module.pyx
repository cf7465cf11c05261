cimport nowhere_at_all

# error 1:8: 'nowhere_at_all.pxd' not found
