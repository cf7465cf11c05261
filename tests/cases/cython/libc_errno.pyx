"""libc.errno: the variable, read and set, and the numbers."""
cimport libc.errno
from libc cimport errno as numbers
from libc.errno cimport E2BIG, EACCES, EAGAIN, EDOM, EDQUOT, EEXIST, EINVAL, ENOENT, EPERM, ERANGE, EUCLEAN, errno
from libc.stdio cimport FILE, fopen
from libc.stdlib cimport strtol


def of_number(bytes text):
    numbers.errno = 0
    cdef long value = strtol(text, NULL, 10)
    return value, errno, errno == ERANGE


def of_file(bytes name):
    libc.errno.errno = 0
    cdef FILE* file = fopen(name, b"r")
    return file is NULL, errno, numbers.errno, libc.errno.errno


def set_global(int value):
    global errno
    errno = value
    return numbers.errno + 1


def changed(int value):
    global errno
    numbers.errno = value
    errno += 2
    numbers.errno *= 3
    errno, other = errno - 1, errno
    return errno, other


def own(int value):
    numbers.errno = 3
    errno = value
    return errno, numbers.errno


cdef int failing() noexcept nogil:
    numbers.errno = EACCES
    return -1


def without_lock():
    cdef int code
    with nogil:
        failing()
        code = errno
        numbers.errno = 0
    return code, errno


def known():
    return (EPERM, ENOENT, E2BIG, EAGAIN, EACCES, EEXIST, EINVAL, EDOM, ERANGE, EUCLEAN, EDQUOT, numbers.EDEADLOCK,
            numbers.EOPNOTSUPP, libc.errno.ESTALE)


# --- calls
(of_number(t) for t in (b"12", b"99999999999999999999", b"-99999999999999999999", b"", b"x"))
of_file(b"/nowhere/at/all")
of_file(b"/")
(set_global(n) for n in (0, 34, -1))
set_global(2**31)
(changed(n) for n in (0, 34, 2**31 - 1))
own(5)
without_lock()
known()
