from .linear import scale as rescale

VERSION = 3
