x = missing + 1
y = [missing_too for missing_not in range(3) if missing_not]
if False:
    y = never_run

class A(missing_base):
    z = 1
    w = z + missing_in_class

    @missing_decorator
    def method(self, n=missing_default):
        return n

def later():
    return lambda q: q + missing_in_lambda

# error 1:4: undeclared name not builtin: missing
# error 2:5: undeclared name not builtin: missing_too
# error 6:8: undeclared name not builtin: missing_base
# error 8:12: undeclared name not builtin: missing_in_class
# error 10:5: undeclared name not builtin: missing_decorator
# error 11:23: undeclared name not builtin: missing_default
# error 15:25: undeclared name not builtin: missing_in_lambda
