f('''abc
)
