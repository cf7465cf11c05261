"""Python-rule complex numbers, and `cmath`."""

import cmath


def add(a: complex, b: complex):
    return a + b, a - b


def mul(a: complex, b: complex):
    return a * b


def div(a: complex, b: complex):
    return a / b


def unary(a: complex):
    return -a, +a, bool(a), not a


def magnitude(a: complex):
    return abs(a)


def parts(a: complex):
    return a.real, a.imag, a.conjugate()


def equal(a: complex, b: complex):
    return a == b, a != b


def with_float(a: complex, x: float):
    return a + x, x - a, a * x, x * a


def div_float(a: complex, x: float):
    return a / x


def float_div(x: float, a: complex):
    return x / a


def with_int(a: complex, n: int):
    return a + n, n - a, a * n, a == n


def square(a: complex):
    return a**2, a * a


def power_int(a: complex, n: int):
    return a**n


def power(a: complex, b: complex):
    return a**b


def make(x: float, y: float):
    return complex(x, y)


def make_one(x: float):
    return complex(x)


def imaginary(x: float):
    return x * 1j, 1j * x, x + 2j, 3 - 1j * x


def iterate(c: complex, limit: int):
    z = 0j
    n = 0
    while n < limit and abs(z) <= 2.0:
        z = z * z + c
        n += 1
    return n, z


def from_float(x: float):
    z = complex(x)
    z += 1
    z *= 2j
    z -= 0.5
    z /= 4
    return z


def as_condition(a: complex):
    return 1 if a else 2


def order(a: complex, b: complex):  # level: any
    return a < b


def real_or_complex(x: float, flag: bool):  # level: any
    z = x if flag else x * 1j
    return z


def root(a: complex):
    return cmath.sqrt(a)


def exponential(a: complex):
    return cmath.exp(a)


def logarithm(a: complex):
    return cmath.log(a)


def logarithm_base(a: complex, base: float):
    return cmath.log(a, base)


def log_ten(a: complex):
    return cmath.log10(a)


def trigonometry(a: complex):
    return cmath.sin(a), cmath.cos(a), cmath.tan(a)


def hyperbolic(a: complex):
    return cmath.sinh(a), cmath.cosh(a), cmath.tanh(a)


def inverse(a: complex):
    return cmath.asin(a), cmath.acos(a), cmath.atan(a)


def phase(a: complex):
    return cmath.phase(a)


def polar(a: complex):
    return cmath.polar(a)


def rect(r: float, phi: float):
    return cmath.rect(r, phi)


def kinds(a: complex):
    return cmath.isnan(a), cmath.isinf(a), cmath.isfinite(a)


def close(a: complex, b: complex):
    return cmath.isclose(a, b)


def constants():  # level: interpreted
    return cmath.pi, cmath.e, cmath.tau, cmath.infj, cmath.nanj


def root_of_float(x: float):
    return cmath.sqrt(x)


def sum_list(zs: list[complex]):
    total = 0j
    for z in zs:
        total += z
    return total


# --- calls
(add(a, b) for a in COMPLEXES for b in COMPLEXES)
(mul(a, b) for a in COMPLEXES for b in COMPLEXES)
(div(a, b) for a in COMPLEXES for b in COMPLEXES)
(unary(a) for a in COMPLEXES)
(magnitude(a) for a in COMPLEXES)
magnitude(complex(1e308, 1e308))
magnitude(complex(3, 4))
(parts(a) for a in COMPLEXES)
(equal(a, b) for a in COMPLEXES for b in COMPLEXES)
(with_float(a, x) for a in COMPLEXES for x in (0.0, -0.0, 2.5, nan, inf))
(div_float(a, x) for a in COMPLEXES for x in (0.0, -0.0, 2.5, inf))
(float_div(x, a) for a in COMPLEXES for x in (0.0, 2.5, inf))
(with_int(a, n) for a in COMPLEXES for n in (0, 3, -(2**62)))
with_int(1j, 10**400)
(square(a) for a in COMPLEXES)
(power_int(a, n) for a in COMPLEXES for n in (0, 1, 2, 3, -1, -2, 100, 101))
(power(a, b) for a in COMPLEXES for b in (0j, 1 + 0j, 2 + 0j, 0.5 + 0j, 1j, -1 - 1j))
(make(x, y) for x in FEW_FLOATS for y in (0.0, -0.0, nan, 2.0))
(make_one(x) for x in FEW_FLOATS)
(imaginary(x) for x in FEW_FLOATS)
(iterate(c, 50) for c in (0j, 1 + 1j, -0.75 + 0.1j, -1 + 0j, 0.3 + 0.5j))
iterate(1j, 0)
(from_float(x) for x in FEW_FLOATS)
(as_condition(a) for a in COMPLEXES)
order(1j, 2j)
(real_or_complex(x, flag) for x in (0.0, 2.5) for flag in (True, False))
(root(a) for a in COMPLEXES)
(exponential(a) for a in COMPLEXES)
exponential(complex(1000, 1))
(logarithm(a) for a in COMPLEXES)
(logarithm_base(a, base) for a in (1 + 2j, 0j) for base in (2.0, 10.0, 1.0))
(log_ten(a) for a in COMPLEXES)
(trigonometry(a) for a in COMPLEXES)
(hyperbolic(a) for a in COMPLEXES)
(inverse(a) for a in COMPLEXES)
(phase(a) for a in COMPLEXES)
(polar(a) for a in COMPLEXES)
(rect(r, phi) for r in (0.0, 1.0, -2.0, inf) for phi in (0.0, 1.0, nan, -inf))
(kinds(a) for a in COMPLEXES)
(close(a, b) for a in COMPLEXES for b in (1j, 1 + 2.0000000001j))
constants()
(root_of_float(x) for x in FEW_FLOATS)
sum_list([])
sum_list([1j, 2 + 1j])
sum_list([1, 2.5, 1j])
add(1.5, 2)  # deviation: 1 -> (3.5+0j, -0.5+0j)
add("1j", 2)  # refused: TypeError 'a'
add(None, 1j)  # refused: TypeError 'a'
add(np.complex64(1j), 0j)  # deviation: 1 -> (1j, 1j)
