def from_branch():
    return "branch", FACTOR
