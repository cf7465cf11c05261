DEF X =

# error 1:7: expected an expression
# cython 1:7: Expected an identifier or literal
