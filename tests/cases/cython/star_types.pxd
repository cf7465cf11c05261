cimport numpy as cnp
from cython cimport floating
from libc.stdint cimport int8_t, int32_t

ctypedef int32_t index_t
