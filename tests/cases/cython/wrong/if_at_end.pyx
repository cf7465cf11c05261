IF True
    x = 1

# error 1:7: expected `:`
# cython 1:7: Expected ':', found 'NEWLINE'
