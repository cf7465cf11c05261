def f(int n):
    cdef const int* p = &n
    p[0] = 3

# error 3:5: Assignment to const dereference
