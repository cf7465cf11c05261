cdef int twice(int x):
    return 2 * x

twice = 5

def f():
    global twice
    twice += 1

# error 4:0: Assignment to non-lvalue 'twice'
# error 8:4: Assignment to non-lvalue 'twice'
