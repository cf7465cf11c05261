def f():
    return <int>'abc'

# error 2:16: Only single-character string literals can be coerced into ints.
