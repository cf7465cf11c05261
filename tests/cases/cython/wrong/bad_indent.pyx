def f(int n):
    x = n
      y = n

# error 3:0: unexpected indent
# cython 3:0: Possible inconsistent indentation
