from libc.math cimport sin

sin = None

# error 3:0: Assignment to non-lvalue 'sin'
