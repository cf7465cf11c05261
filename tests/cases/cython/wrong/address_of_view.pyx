def f(double[:] a):
    p = &a

# error 2:8: Cannot take address of memoryview slice
