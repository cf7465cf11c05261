from nowhere_at_all cimport thing

# error 1:28: there is no `nowhere_at_all.pxd` to cimport from
# cython 1:0: 'nowhere_at_all.pxd' not found
