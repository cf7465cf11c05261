def f(int n):
    break

# error 2:4: 'break' outside loop
# cython 2:4: break statement not inside loop
