"""Why a build stopped, for whoever owns the project; and the nearest of the names that are known."""

import difflib


class BuildFailure(Exception):
    """Lower case without a full stop; what to do about it stands behind a semicolon."""


def nearest(name: str, known) -> str:
    """`did you mean ...` for a name that is not known, or all that are."""
    known = sorted(known)
    close = difflib.get_close_matches(name, known, n=1)
    if close:
        return f"did you mean `{close[0]}`?"
    return "there are " + ", ".join(f"`{name}`" for name in known) if known else "there are none"
