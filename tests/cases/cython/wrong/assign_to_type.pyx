cdef struct Point:
    int x

ctypedef int number

cdef enum Colour:
    RED

Point = 1
number = 2
Colour = 3
for RED in range(3):
    pass

# error 9:0: Assignment to non-lvalue 'Point'
# error 10:0: Assignment to non-lvalue 'number'
# error 11:0: Assignment to non-lvalue 'Colour'
# error 12:4: Assignment to non-lvalue 'RED'
