"""Parallel loops as plain Python sees them: one thread, in order."""

from contextlib import contextmanager

_SCHEDULES = (None, "static", "dynamic", "guided", "runtime")


def prange(
    start, stop=None, step=None, *, schedule=None, chunksize=None, num_threads=None, nogil=None, use_threads_if=True
):
    """`range(start, stop, step)`; compiled, its iterations are shared out among threads.

    `schedule` is "static", "dynamic" or "guided"; `chunksize` the iterations a thread takes at once; `num_threads` how many
    threads work; `nogil` is accepted as in Cython.

    Raises ValueError for a schedule that does not exist.
    """
    if schedule not in _SCHEDULES:
        raise ValueError(f"schedule is 'static', 'dynamic' or 'guided', not {schedule!r}")
    if stop is None:
        start, stop = 0, start
    return range(start, stop, 1 if step is None else step)


@contextmanager
def parallel(num_threads=None, *, use_threads_if=True):
    """A block that every thread runs; under CPython, the one thread."""
    yield


def threadid():
    """The number of the thread that asks, from 0; under CPython always 0."""
    return 0
