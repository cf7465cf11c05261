def f(double complex z):
    return z // 2

# error 2:13: binary operator // not supported for double complex
