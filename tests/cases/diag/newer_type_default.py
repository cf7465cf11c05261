def f[T = int](x: T): pass
