x = t"{a}"
y = 1
