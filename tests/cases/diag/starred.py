x = *a
f(*a)[*b](x=*c)
[*a], {*a}, (*a,)
class A(*b): pass
for x in *a, b: pass
[x for x in *a]
del *a
