"""Time stamps of archives: the same for the same content."""

import os

# 1 January 2016: what archives say where nobody says otherwise.
FIXED = 1451606400
# What zip can say: the years 1980 to 2107.
FIRST, LAST = 315532800, 4354819198


def seconds() -> int:
    """`SOURCE_DATE_EPOCH`, https://reproducible-builds.org/specs/source-date-epoch, or a fixed time."""
    said = os.environ.get("SOURCE_DATE_EPOCH", "")
    return min(max(int(said), FIRST), LAST) if said.isdecimal() else FIXED
