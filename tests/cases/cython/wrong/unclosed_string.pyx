def f():
    return "abc

# error 2:11: unterminated string literal (detected at line 2)
# cython 2:15: Unclosed string literal
