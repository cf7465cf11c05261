x = *a
f(*a)[*b]
[*a], {*a}, (*a,)
class A(*b): pass
for x in *a, b: pass
[x for x in *a]
del *a
