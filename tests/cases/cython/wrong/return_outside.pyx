return 3

# error 1:0: 'return' outside function
# cython 1:0: Return not inside a function body
