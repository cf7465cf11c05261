def f():
    return <int>[1]

# error 2:16: Cannot coerce list to type 'int'
