cimport nowhere_at_all

# error 1:8: there is no `nowhere_at_all.pxd` to cimport from
# cython 1:8: 'nowhere_at_all.pxd' not found
