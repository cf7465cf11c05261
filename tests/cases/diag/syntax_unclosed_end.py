f(a[1
