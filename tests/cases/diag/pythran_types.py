#pythran export f(double)
#pythran export f(float6[:])
#pythran export f(int
#pythran export f(int) (
#pythran export f(int, float?, int)
#pythran export f(float64[:,:] order(X))
#pythran export f(float64[:,x])
#pythran export f(int list[:])
#pythran export f(int,, int)
#pythran export 3(int)
#pythran export
#pythran export f(int, str:int)
#pythran export f(int or float, int or float, int or float, int or bool or str or float or complex, int or bool or str or float or complex, int or bool or str or float or complex)
#pythran export f(int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int or int)
#pythran export g(int), g(flt)
#pythran export h(((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((int)))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))


def f(a, b=1, c=2): ...


def g(a): ...


def h(a): ...
