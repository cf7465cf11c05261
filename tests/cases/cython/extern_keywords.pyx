"""Arguments by keyword of functions that headers declare."""
cdef extern from "string.h":
    char* strstr(const char *haystack, const char *needle)
    size_t strlen(const char *s)


cdef extern from "math.h":
    double pow(double x, double y) nogil
    double atan2(double y, double x)
    double hypot(double, double)


cdef char* data = "hfvcakdfagbcffvschvxcdfgccbcfhvgcsnfxjh"
cdef char* pos = strstr(needle='akd', haystack=data)


def at():
    return pos - data, strstr(data, needle="vx") - data, strlen(s=data)


def powers(double x):
    return pow(y=2, x=x), pow(x, y=3), pow(x=x, y=0.5), atan2(x=x, y=1)


def free(double a):
    with nogil:
        a = pow(y=a, x=2)
    return a


# --- calls
at()
powers(3)
free(3)
