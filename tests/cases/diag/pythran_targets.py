#pythran export missing(int)
#pythran export comptue(int)
#pythran export compute
#pythran export CONSTANT(int)
#pythran export compute(int, int, int)
#pythran export compute()
#pythran export compute(int, int?)
#pythran export compute(int, int)
#pythran export compute(int or float, int)
#pythran export method(int)

CONSTANT = 1


def compute(a, b): ...


class Class:
    def method(self): ...
