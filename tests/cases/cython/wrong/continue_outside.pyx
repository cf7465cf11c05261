def f(int n):
    continue

# error 2:4: 'continue' not properly in loop
# cython 2:4: continue statement not inside loop
