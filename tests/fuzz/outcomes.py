"""What a call gives, and how two outcomes differ."""

import contextlib
import io
import math
import traceback

import numpy as np
from arguments import build_args


def show(v, args=()):
    if isinstance(v, (tuple, list)):
        same = [i for i, a in enumerate(args) if a is v] if isinstance(v, list) else []
        return (type(v).__name__, same, [show(x, args) for x in v])
    if isinstance(v, np.ndarray):
        same = [i for i, a in enumerate(args) if a is v]
        shares = [i for i, a in enumerate(args) if isinstance(a, np.ndarray) and np.shares_memory(a, v)]
        return ("array", str(v.dtype), v.shape, v.strides if v.size else (), v.flags.writeable, same, shares, [show(x) for x in v.ravel().tolist()])
    t = type(v).__name__
    if isinstance(v, complex):
        return (t, num(v.real), num(v.imag))
    if isinstance(v, (float, np.floating)):
        return (t, num(float(v)))
    return (t, repr(v))


def num(x):
    return "nan" if math.isnan(x) else repr(x)


def outcome(f, texts):
    args = build_args(texts)
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            result = f(*args)
        out = ("ok", show(result, args))
    except RecursionError:
        out = ("raises", "RecursionError", "", 0)
    except Exception as e:  # noqa: BLE001 - whatever the function raises
        tb = traceback.extract_tb(e.__traceback__)
        own = [x.lineno for x in tb if "/mods/" in x.filename and x.name != "<listcomp>"]
        out = ("raises", type(e).__name__, str(e), own)
    return out, [show(a) for a in args] + [printed.getvalue()]


def blur(x):
    """Equal ints and floats alike."""
    if isinstance(x, (tuple, list)):
        if len(x) == 2 and x[0] in ("int", "bool"):
            try:
                return ["float", num(float(eval(x[1])))]
            except OverflowError:
                return list(x)
        if len(x) == 2 and x[0] in ("float", "float32", "float64"):
            return ["float", x[1]]
        if len(x) == 2 and str(x[1]).startswith("np.complex"):
            z = complex(eval(x[1], {"np": np, "nan": np.nan, "inf": np.inf, "nanj": complex(0, np.nan), "infj": complex(0, np.inf)}))
            return ["complex", num(z.real), num(z.imag)]
        if len(x) == 3 and x[0] in ("complex", "complex128"):
            return ["complex", num(float(eval(x[1], {"np": np, "nan": np.nan, "inf": np.inf}))), num(float(eval(x[2], {"np": np, "nan": np.nan, "inf": np.inf})))]
        if len(x) == 2 and str(x[1]).startswith("np."):
            return ["float", num(float(eval(x[1])))] if x[0][0] in "iub" else list(x)
        return [blur(y) for y in x]
    return x


def rounded(x):
    """Floats to the digits that functions within one unit in the last place agree on."""
    if isinstance(x, (tuple, list)):
        return [rounded(y) for y in x]
    try:
        return f"{float(x):.5g}" if isinstance(x, str) else x
    except ValueError:
        return x


def compare(a, b):
    (ao, aa), (bo, ba) = a, b
    if bo[0] == "raises" and ("() argument '" in bo[2] or "for a float to hold exactly" in bo[2] or "it cannot run again" in bo[2] and "64 bits" not in bo[2]):
        return "dev-refused"
    if ao[0] == "raises" and bo[0] == "raises":
        if ao[1:3] == bo[1:3]:
            if aa != ba:
                return "ARGS"
            return None if ao[3] == bo[3] else "LINE"
        if bo[1] == "OverflowError" and "64" in bo[2]:
            return "dev-overflow"
        return "EXC" if ao[1] != bo[1] else "MSG"
    if ao[0] != bo[0]:
        if bo[0] == "raises" and bo[1] == "OverflowError" and "64" in bo[2]:
            return "dev-overflow"
        return "EXC"
    if ao != bo:
        if blur(ao) == blur(bo):
            return "dev-join"
        return "dev-ulp" if rounded(ao) == rounded(bo) and aa == ba else "VALUE"
    return None if aa == ba else "ARGS"
