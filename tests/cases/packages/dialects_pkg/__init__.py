from .kernels import scale as rescale
