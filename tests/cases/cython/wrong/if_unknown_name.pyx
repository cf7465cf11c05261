IF SOMETHING:
    x = 1

# error 1:3: this is not known at compile time
# cython 1:3: Compile-time name 'SOMETHING' not defined
