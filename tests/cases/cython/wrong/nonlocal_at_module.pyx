nonlocal x

# error 1:0: nonlocal declaration not allowed at module level
# cython: crashes
