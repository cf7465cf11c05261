"""Time stamps of archives: the same for the same content."""

import os

# 1 January 2016: what archives say where nobody says otherwise; zip knows no time before 1980.
FIXED = 1451606400


def seconds() -> int:
    """`SOURCE_DATE_EPOCH`, https://reproducible-builds.org/specs/source-date-epoch, or a fixed time."""
    said = os.environ.get("SOURCE_DATE_EPOCH", "")
    return max(int(said), 315532800) if said.isdecimal() else FIXED
