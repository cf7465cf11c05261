"""Numba's names without a compiler, so that its programs run interpreted where Numba is not installed."""


def njit(*arguments, **_):
    """A decorator, with or without a signature, that changes nothing."""
    plain = len(arguments) == 1 and callable(arguments[0]) and not isinstance(arguments[0], _Type)
    return arguments[0] if plain else lambda function: function


class _Type:
    """A type of a signature: `float64[:, ::1]`, `float64(float64)`."""

    def __getitem__(self, _):
        return self

    def __call__(self, *_):
        return self


jit = njit
prange = range
float32 = float64 = int32 = int64 = boolean = _Type()
