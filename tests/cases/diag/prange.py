import pyrx


def schedule(a: pyrx.float64[:]):
    for i in pyrx.prange(a.shape[0], schedule="dinamic"):
        a[i] = 1


def option(a: pyrx.float64[:]):
    for i in pyrx.prange(a.shape[0], threads=4, schedule="runtime", nogil=True, num_threads=2):
        a[i] = 1


def private(a: pyrx.float64[:]):
    t = 0.0
    for i in pyrx.prange(a.shape[0]):
        if i > 3:
            t = a[i]
        a[i] = t


def race(a: pyrx.float64[:]):
    for i in pyrx.prange(1, a.shape[0]):
        a[i] = a[i - 1]
