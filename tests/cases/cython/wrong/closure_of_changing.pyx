def loop_variable(int n):
    fs = []
    for i in range(n):
        fs.append(lambda: i)
    return fs

def set_later(int n):
    f = lambda: x
    x = n
    return f

def c_arithmetic(int n, int m):
    return lambda v: v + n // m

def pointer(int n):
    cdef int* p = &n
    return lambda: p[0]

cdef int twice(int n):
    return 2 * n

def c_function(int n):
    return lambda v: twice(v)

def rebinds(int n):
    total = 0
    def add(x):
        nonlocal total
        total += x
    add(n)
    return total

cdef int total = 3

def c_variable(int n):
    return lambda v: v + total

# error 4:18: `loop_variable` has C types, and cannot be compiled: it makes a lambda, line 4
# error 8:8: `set_later` has C types, and cannot be compiled: it makes a lambda, line 8
# error 13:11: `c_arithmetic` has C types, and cannot be compiled: it makes a lambda, line 13
# error 17:11: `pointer` has C types, and cannot be compiled: it makes a lambda, line 17
# error 23:11: `c_function` has C types, and cannot be compiled: it makes a lambda, line 23
# error 27:4: `rebinds` has C types, and cannot be compiled: it defines a nested function `add`, line 27
# error 36:11: `c_variable` has C types, and cannot be compiled: it makes a lambda, line 36
# cython: accepts
