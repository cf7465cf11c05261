yield 3

# error 1:0: 'yield' outside function
# cython 1:0: 'yield' not supported here
