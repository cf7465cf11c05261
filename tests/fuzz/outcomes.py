"""What a call gives, and how two outcomes differ."""

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
    return "nan" if x != x else repr(x)


def outcome(f, texts):
    args = build_args(texts)
    try:
        result = f(*args)
        out = ("ok", show(result, args))
    except RecursionError:
        out = ("raises", "RecursionError", "", 0)
    except Exception as e:
        tb = traceback.extract_tb(e.__traceback__)
        own = [x.lineno for x in tb if "/mods/" in x.filename]
        out = ("raises", type(e).__name__, str(e), own)
    return out, [show(a) for a in args]


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
        if len(x) == 2 and str(x[1]).startswith("np."):
            return ["float", num(float(eval(x[1])))] if x[0][0] in "iub" else list(x)
        return [blur(y) for y in x]
    return x


def compare(a, b):
    (ao, aa), (bo, ba) = a, b
    if bo[0] == "raises" and ("() argument '" in bo[2] or "for a float to hold exactly" in bo[2] or "it cannot run again" in bo[2]):
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
        return "dev-join" if blur(ao) == blur(bo) else "VALUE"
    return None if aa == ba else "ARGS"
