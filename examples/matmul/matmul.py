"""The product of two matrices by three loops."""

import numpy as np
import pyrx


def matmul(a: pyrx.float64[:, ::1], b: pyrx.float64[:, ::1]):
    """The matrix product of a (n, k) and b (k, m)."""
    n, depth = a.shape
    other, m = b.shape
    if depth != other:
        raise ValueError(f"cannot multiply {n}x{depth} by {other}x{m}")
    result = np.zeros((n, m))
    for i in range(n):
        for k in range(depth):
            factor = a[i, k]
            for j in range(m):
                result[i, j] += factor * b[k, j]
    return result


def matmul_rows(a: pyrx.float64[:, :], b: pyrx.float64[:, :], out: pyrx.float64[:, ::1]):
    """The same row by column, into an array of the caller's; any strides."""
    for i in range(a.shape[0]):
        for j in range(b.shape[1]):
            total = 0.0
            for k in range(a.shape[1]):
                total += a[i, k] * b[k, j]
            out[i, j] = total


def main(size: int = 30):
    rng = np.random.default_rng(5)
    a = rng.integers(-9, 10, (size, size)).astype(np.float64)
    b = rng.integers(-9, 10, (size, size)).astype(np.float64)
    product = matmul(a, b)
    out = np.empty((size, size))
    matmul_rows(a, b.T, out)
    print(f"trace {np.trace(product):.1f}, agrees with NumPy: {np.array_equal(product, a @ b)}")
    print(f"with the transpose: {np.array_equal(out, a @ b.T)}")
    try:
        matmul(a, b[:-1])
    except ValueError as error:
        print(error)


if __name__ == "__main__":
    main()
