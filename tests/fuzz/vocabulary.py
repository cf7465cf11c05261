"""The types that programs are made of, and what stands at the top of each module.

A type is a letter (`I` int, `F` float, `B` bool, `C` complex, `S` str), `LI` or `LF` for a list of ints or floats,
`W` an int about the edges of 64 bits and `LW` a list of them, `AW` an array to change, `LOG` and `BOX` an object to change,
`("A", dtype, rank)` for an array and `("N", dtype)` for a NumPy scalar.
"""

DTYPES = ["float64", "float32", "int64", "int32", "uint8", "int8", "uint64", "bool_", "complex128"]
INTS = ["int64", "int32", "uint8", "int8", "uint64"]
FLOATS = ["float64", "float32"]
HEAD = '''import cmath
import math

import numpy as np
import pyrx
from pyrx import prange

K = 7
BIG = 2**40 + 1
RATE = 0.25
NAME = "abc"
FLAG = True
TABLE = (3, 1, 4, 1, 5)
MASK = 0xFFFFFFFFFFFFFFFF
'''
