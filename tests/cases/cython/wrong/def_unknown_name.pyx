DEF X = y + 1

# error 1:8: this is not known at compile time
# cython 1:8: Compile-time name 'y' not defined
