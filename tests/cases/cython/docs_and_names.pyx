"""What functions show of themselves: names, docs, signatures, attributes."""


def documented(int a, double b=2.5, *, c=None):
    """The doc of a function.

    With two paragraphs.
    """
    return a


cpdef int cp(int x):
    """Doc of a cpdef."""
    return x


def bare():
    pass


def view(double[:, ::1] a, int n=3):
    return n

# --- calls
documented.__name__
documented.__doc__
documented.__qualname__
documented.__module__
documented.__defaults__
documented.__kwdefaults__
cp.__name__
cp.__doc__
bare.__doc__
bare()
view.__name__
view.__defaults__
module.__name__
callable(documented)
