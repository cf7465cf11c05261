"""NumPy's rules and elementwise functions, against the running NumPy: exact ones to the bit, the others to one unit in
the last place of a longer reference (NumPy's own vector loops are further off)."""

import math

import numpy as np
import pytest
from kernels import INTEGERS, Failure, run, same
from operands import complexes, floats, generator, integers, random_float

DTYPES = {
    **{kind: ("int" if kind[0] == "i" else "uint") + kind[1:] for kind in INTEGERS},
    "f32": "float32",
    "f64": "float64",
    "c64": "complex64",
    "c128": "complex128",
    "bool": "bool",
}
SUFFIX = {"c64": "C64", "c128": "C128"}


def columns(kinds, calls):
    """The operands as arrays of their dtypes."""
    with np.errstate(all="ignore"):
        return [np.array([call[k] for call in calls], dtype=DTYPES[kind]) for k, kind in enumerate(kinds)]


def alike(got, expected, signed_zero=True):
    if isinstance(got, (float, complex)) and not signed_zero and got == expected:
        return True
    return same(got, expected)


def check_exact(kernel, kinds, result, calls, function, signed_zero=True):
    """The kernel gives NumPy's answer, bit for bit (where asked, but for the sign of zeros)."""
    arrays = columns(kinds, calls)
    calls = list(zip(*(array.tolist() for array in arrays)))
    with np.errstate(all="ignore"):
        expected = function(*arrays)
    expected = list(zip(*(part.tolist() for part in expected))) if isinstance(expected, tuple) else expected.tolist()
    got = run(kernel, kinds, result, calls)
    wrong = [(c, g, e) for c, g, e in zip(calls, got, expected) if not alike(g, e, signed_zero)]
    assert not wrong, f"{kernel}: {len(wrong)} of {len(calls)} differ: {wrong[:10]}"


INTEGER_TWO = {
    "npint::floordiv": np.floor_divide,
    "npint::rem": np.remainder,
    "npint::fmod": np.fmod,
    "npint::shl": np.left_shift,
    "npint::shr": np.right_shift,
    "np::add": np.add,
    "np::subtract": np.subtract,
    "np::multiply": np.multiply,
    "np::maximum": np.maximum,
    "np::fmin": np.fmin,
    "np::bitwise_and": np.bitwise_and,
    "np::bitwise_or": np.bitwise_or,
    "np::bitwise_xor": np.bitwise_xor,
    "np::gcd": np.gcd,
    "np::lcm": np.lcm,
}


@pytest.mark.parametrize("kind", INTEGERS)
@pytest.mark.parametrize("kernel", INTEGER_TWO)
def test_integers(kernel, kind):
    check_exact(f"{kernel}.{kind}", [kind, kind], kind, integers(kind, 2, 1000), INTEGER_TWO[kernel])


@pytest.mark.parametrize("kind", INTEGERS)
def test_integer_divmod_and_division(kind):
    calls = integers(kind, 2, 1000)
    check_exact(f"npint::divmod.{kind}", [kind, kind], f"({kind},{kind})", calls, np.divmod)
    check_exact(f"npint::truediv.{kind}", [kind, kind], "f64", calls, np.true_divide)


@pytest.mark.parametrize("kind", INTEGERS)
def test_integer_power(kind):
    calls = integers(kind, 2, 1000)
    natural = [call for call in calls if call[1] >= 0]
    check_exact(f"npint::pow.{kind}", [kind, kind], kind, natural, np.power)
    negative = [call for call in calls if call[1] < 0]
    for got in run(f"npint::pow.{kind}", [kind, kind], kind, negative):
        assert got == Failure("ValueError", "Integers to negative integer powers are not allowed.", None)


@pytest.mark.parametrize("kind", INTEGERS)
def test_integer_unary(kind):
    calls = integers(kind, 1, 500)
    functions = {"npint::abs": np.abs, "npint::sign": np.sign, "npint::reciprocal": np.reciprocal}
    functions |= {"np::negative": np.negative, "np::invert": np.invert, "np::square": np.square}
    for kernel, function in functions.items():
        check_exact(f"{kernel}.{kind}", [kind], kind, calls, function)


COMPARISONS = ["equal", "not_equal", "less", "less_equal", "greater", "greater_equal"]
LOGICAL = ["logical_and", "logical_or", "logical_xor"]


@pytest.mark.parametrize("name", COMPARISONS + LOGICAL)
def test_comparisons(name):
    for kind in INTEGERS:
        check_exact(f"np::{name}.{kind}", [kind, kind], "bool", integers(kind, 2, 500), getattr(np, name))
    for kind in ("f32", "f64"):
        check_exact(f"np::{name}.{kind}", [kind, kind], "bool", floats(2, 500), getattr(np, name))


@pytest.mark.parametrize("name", ["less", "less_equal", "greater", "greater_equal", "equal", "logical_and"])
@pytest.mark.parametrize("kind", ["c64", "c128"])
def test_complex_comparisons(name, kind):
    check_exact(f"np::{name}.{SUFFIX[kind]}", [kind, kind], "bool", complexes(2, 10000), getattr(np, name))


def test_mixed_comparisons():
    pairs = list(zip([n for (n,) in integers("i64", 1, 5000)], [n for (n,) in integers("u64", 1, 5000)]))
    pairs += [(n, n % 2**64) for (n,) in integers("i64", 1, 500)]
    check_exact("np::less_mixed.i64.u64", ["i64", "u64"], "bool", pairs, np.less)
    pairs = [(b, a) for a, b in pairs]
    check_exact("np::greater_equal_mixed.u64.i64", ["u64", "i64"], "bool", pairs, np.greater_equal)


FLOAT_TWO = {
    "npfloat::floordiv": np.floor_divide,
    "npfloat::rem": np.remainder,
    "npfloat::fmod": np.fmod,
    "np::divide": np.divide,
    "np::copysign": np.copysign,
    "np::nextafter": np.nextafter,
    "np::heaviside": np.heaviside,
}


@pytest.mark.parametrize("kind", ["f32", "f64"])
@pytest.mark.parametrize("kernel", FLOAT_TWO)
def test_floats(kernel, kind):
    check_exact(f"{kernel}.{kind}", [kind, kind], kind, floats(2, 10000), FLOAT_TWO[kernel])


@pytest.mark.parametrize("kind", ["f32", "f64"])
@pytest.mark.parametrize("name", ["maximum", "minimum", "fmax", "fmin"])
def test_extremes(name, kind):
    calls = floats(2, 5000)
    check_exact(f"np::{name}.{kind}", [kind, kind], kind, calls, getattr(np, name), signed_zero=False)


@pytest.mark.parametrize("kind", ["f32", "f64"])
def test_float_divmod(kind):
    check_exact(f"npfloat::divmod.{kind}", [kind, kind], f"({kind},{kind})", floats(2, 5000), np.divmod)


@pytest.mark.parametrize("kind", ["f32", "f64"])
@pytest.mark.parametrize(
    "name",
    [
        "sqrt",
        "negative",
        "square",
        "reciprocal",
        "sign",
        "floor",
        "ceil",
        "trunc",
        "rint",
        "fabs",
        "spacing",
        "radians",
        "degrees",
        "angle",
    ],
)
def test_float_unary(name, kind):
    check_exact(f"np::{name}.{kind}", [kind], kind, floats(1, 5000), getattr(np, name))


@pytest.mark.parametrize("kind", ["f32", "f64"])
@pytest.mark.parametrize("name", ["isnan", "isinf", "isfinite", "signbit", "logical_not"])
def test_float_predicates(name, kind):
    check_exact(f"np::{name}.{kind}", [kind], "bool", floats(1, 500), getattr(np, name))


@pytest.mark.parametrize("kind", ["f32", "f64"])
def test_modf_and_round(kind):
    check_exact(f"np::modf.{kind}", [kind], f"({kind},{kind})", floats(1, 2000), np.modf)
    for decimals in (-3, -1, 0, 1, 2, 5, 12):
        calls = [(x, decimals) for (x,) in floats(1, 1000)]
        check_exact(f"np::round.{kind}", [kind, "i64"], kind, calls, lambda x, decimals: np.round(x, int(decimals[0])))


KINDS = [*INTEGERS, "f32", "f64", "c64", "c128", "bool"]


@pytest.mark.parametrize("target", KINDS)
@pytest.mark.parametrize("source", KINDS)
@pytest.mark.filterwarnings("ignore:Casting complex")
def test_casts(source, target):
    if source in INTEGERS:
        calls = integers(source, 1, 300)
    elif source == "bool":
        calls = [(False,), (True,)]
    else:
        calls = complexes(1, 300) if source[0] == "c" else floats(1, 300)
        if target in INTEGERS:
            calls = [call for call in calls if defined(call[0].real, source, target)]

    def cast(array):
        # one by one: NumPy's vector loops differ where C leaves the result undefined
        return np.array([array[k : k + 1].astype(DTYPES[target])[0] for k in range(len(array))])

    name = f"cast.{SUFFIX.get(source, source)}.{SUFFIX.get(target, target)}"
    check_exact(name, [source], target, calls, cast)


def defined(x, source, target):
    """The conversions whose result is documented in `rt::conv::cast`: all, but NumPy's vector loops for `u32`."""
    return target != "u32" or -(2.0**63) < x < 2.0**63


SPECIAL = [
    0.0,
    -0.0,
    math.inf,
    -math.inf,
    math.nan,
    1.0,
    -1.0,
    0.5,
    -0.5,
    2.0,
    -2.0,
    5e-324,
    -5e-324,
    1e-310,
    1e308,
    -1e308,
]
FUNCTIONS = {
    "exp": (-745, 709), "exp2": (-1074, 1023), "expm1": (-50, 709), "log": (0, 1e6), "log2": (0, 1e6), "log10": (0, 1e6),
    "log1p": (-1, 1e3), "sin": (-1e3, 1e3), "cos": (-1e3, 1e3), "tan": (-1e3, 1e3), "arcsin": (-1, 1), "arccos": (-1, 1),
    "arctan": (-1e3, 1e3), "sinh": (-710, 710), "cosh": (-710, 710), "tanh": (-25, 25), "arcsinh": (-1e6, 1e6),
    "arccosh": (1, 1e6), "arctanh": (-1, 1), "cbrt": (-1e6, 1e6),
}  # fmt: skip


def spread(name, low, high, count):
    """Numbers over an interval, half of them near 0 or near 1 on a logarithmic scale."""
    rng = np.random.default_rng(len(name))
    size = np.exp(rng.uniform(-45, math.log(max(abs(low), abs(high))), count)) * rng.choice([-1, 1], count)
    near_one = 1 + np.exp(rng.uniform(-40, 0, count)) * rng.choice([-1, 1], count)
    values = np.concatenate(
        [rng.uniform(low, high, count), size, near_one, rng.uniform(max(low, -3), min(high, 3), count)]
    )
    return values[(values >= low) & (values <= high)]


def errors(got, exact, dtype):
    """Distances in units in the last place of the exact value."""
    unit = np.spacing(np.abs(exact).astype(dtype)).astype(np.longdouble)
    return np.abs(np.asarray(got, dtype=np.longdouble) - exact) / unit


@pytest.mark.parametrize("kind", ["f32", "f64"])
@pytest.mark.parametrize("name", FUNCTIONS)
def test_accuracy(name, kind):
    low, high = FUNCTIONS[name]
    limit = np.log(np.finfo(DTYPES[kind]).max) if name in ("exp", "expm1", "sinh", "cosh") else high
    if name == "exp2" and kind == "f32":
        limit = 127.9
    x = spread(name, max(low, -limit), min(high, limit), 20000).astype(DTYPES[kind])
    got = run(f"np::{name}.{kind}", [kind], kind, [(value,) for value in x.tolist()])
    with np.errstate(all="ignore"):
        exact = getattr(np, name)(x.astype(np.longdouble))
        finite = np.isfinite(exact.astype(DTYPES[kind]))
        error = errors(got, exact, DTYPES[kind])[finite]
    worst = int(np.argmax(error))
    assert error[worst] < 1, (x[finite][worst], error[worst])
    assert np.isfinite(exact[~finite]).sum() == 0 or kind == "f32"


@pytest.mark.parametrize("kind", ["f32", "f64"])
@pytest.mark.parametrize("name", FUNCTIONS)
def test_special_values(name, kind):
    special = [x for x in SPECIAL if kind == "f64" or not 0 < abs(x) < 1e-45 and not 1e300 < abs(x) < math.inf]
    got = run(f"np::{name}.{kind}", [kind], kind, [(x,) for x in special])
    with np.errstate(all="ignore"):
        expected = [getattr(np, name)(np.dtype(DTYPES[kind]).type(x)).item() for x in special]
    for x, ours, theirs in zip(special, got, expected):
        close = ours == pytest.approx(theirs, rel=1e-6 if kind == "f32" else 1e-15, abs=0, nan_ok=True)
        assert close and (math.copysign(1, ours) == math.copysign(1, theirs) or math.isnan(ours)), (x, ours, theirs)


def in_range(kind, calls):
    """Without the numbers that single precision does not hold."""
    return [call for call in calls if kind == "f64" or all(abs(x) < 1e38 or x - x != 0 for x in call)]


def check_close(kernel, kind, calls, function, ulps, scale):
    """Within so many units in the last place of the exact value, in units of `scale(exact, *operands)`; zeros,
    infinities and nan as NumPy has them."""
    arrays = columns([kind, kind], calls)
    calls = list(zip(*(array.tolist() for array in arrays)))
    got = np.array(run(f"{kernel}.{kind}", [kind, kind], kind, calls))
    with np.errstate(all="ignore"):
        expected = function(*arrays)
        exact = function(*(array.astype(np.longdouble) for array in arrays)).astype(np.longdouble)
        regular = np.isfinite(expected) & (expected != 0) & np.isfinite(exact)
        unit = np.spacing(np.abs(scale(exact, *arrays)).astype(DTYPES[kind]))[regular]
        assert (np.abs(got[regular] - exact[regular]) / unit).max() < ulps
    outcomes = zip(calls, got.tolist(), expected.tolist(), regular.tolist())
    irregular = [(call, g, e) for call, g, e, is_regular in outcomes if not is_regular and not same(g, e)]
    assert not irregular, irregular[:5]


@pytest.mark.parametrize("kind", ["f32", "f64"])
@pytest.mark.parametrize(
    "kernel, function", [("np::arctan2", np.arctan2), ("np::hypot", np.hypot), ("npfloat::pow", np.power)]
)
def test_two_numbers(kernel, function, kind):
    check_close(kernel, kind, in_range(kind, floats(2, 20000)), function, 1, lambda exact, a, b: exact)


@pytest.mark.parametrize("kind", ["f32", "f64"])
@pytest.mark.parametrize("name", ["logaddexp", "logaddexp2"])
def test_logaddexp(name, kind):
    """NumPy's formula adds a logarithm to the greater operand: errors are in units of the operands."""
    calls = in_range(kind, floats(2, 20000))

    def greatest(exact, a, b):
        return np.maximum(abs(exact), np.max(np.where(np.isfinite([a, b]), np.abs([a, b]), 0), axis=0))

    check_close(f"np::{name}", kind, calls, getattr(np, name), 3, greatest)


COMPLEX = [
    "sqrt",
    "exp",
    "log",
    "sin",
    "cos",
    "tan",
    "arcsin",
    "arccos",
    "arctan",
    "sinh",
    "cosh",
    "tanh",
    "arcsinh",
    "arccosh",
    "arctanh",
]


@pytest.mark.parametrize("name", COMPLEX)
def test_complex_functions(name):
    """The same C library functions as NumPy's: the same bits."""
    check_exact(f"np::complex::{name}.C128", ["c128"], "c128", complexes(1, 2000), getattr(np, name))
    moderate = [z for z in complexes(1, 2000) if all(not 1e38 < abs(x) < math.inf for x in (z[0].real, z[0].imag))]
    check_exact(f"np::complex::{name}.C64", ["c64"], "c64", moderate, getattr(np, name))


@pytest.mark.parametrize("name", ["reciprocal", "sign", "log1p", "expm1", "log2", "log10", "exp2"])
def test_complex_arithmetic_functions(name):
    check_exact(f"np::complex::{name}.f64", ["c128"], "c128", complexes(1, 2000), getattr(np, name))


def one_by_one(function):
    """NumPy's scalars: its vector loops may contract products."""

    def each(*arrays):
        return np.array([function(*items) for items in zip(*arrays)])

    return each


@pytest.mark.parametrize("kernel, function", [
    ("npcomplex::mul", lambda a, b: a * b), ("npcomplex::div", lambda a, b: a / b), ("npcomplex::pow", lambda a, b: a**b),
])  # fmt: skip
def test_complex_operators(kernel, function):
    check_exact(f"{kernel}.f64", ["c128", "c128"], "c128", complexes(2, 3000), one_by_one(function))


def test_complex_abs_and_angle():
    check_exact("npcomplex::abs.f64", ["c128"], "f64", complexes(1, 2000), one_by_one(abs))
    angle = one_by_one(lambda z: math.atan2(z.imag, z.real))
    check_exact("np::complex::angle.f64", ["c128"], "f64", complexes(1, 2000), angle)
    check_exact("np::complex::square.f64", ["c128"], "c128", complexes(1, 2000), one_by_one(lambda z: z * z))


@pytest.mark.parametrize("name", ["maximum", "minimum", "fmax", "fmin"])
def test_complex_extremes(name):
    check_exact(f"np::{name}.C128", ["c128", "c128"], "c128", complexes(2, 3000), getattr(np, name), signed_zero=False)


def test_clip():
    rng = generator("clip")
    calls = [tuple(random_float(rng) for _ in range(3)) for _ in range(2000)]
    check_exact("np::clip.f64", ["f64"] * 3, "f64", calls, np.clip)
