"""libc.stdlib: the process and its environment, division with two results."""
cimport cython
from libc cimport stdlib
from libc.stdlib cimport (_exit, abort, atexit, div, div_t, exit, getenv, ldiv, ldiv_t, lldiv, lldiv_t, strtof, strtold,
                          system)
from libc.stdio cimport fflush, printf, puts, stdout
import os
import sys


def environment(bytes name):
    cdef char* value = getenv(name)
    if value is NULL:
        return None
    return <bytes>value


def in_child(what, int status):
    """What a process of its own ends with, and prints."""
    sys.stdout.flush()
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.dup2(write, 1)
        os.close(2)
        ended(what, status)
    os.close(write)
    _, code = os.waitpid(pid, 0)
    text = os.read(read, 1000)
    os.close(read)
    return os.waitstatus_to_exitcode(code), text


cdef void goodbye() noexcept nogil:
    puts(b"goodbye")


cdef void first() noexcept nogil:
    puts(b"first")


cdef void ended(str what, int status) noexcept:
    if what == "exit":
        atexit(goodbye)
        atexit(&first)
        printf(b"bye %d\n", status)
        exit(status)
    elif what == "_exit":
        printf(b"lost")
        _exit(status)
    elif what == "abort":
        abort()


def run(bytes command):
    fflush(stdout)
    cdef int status = system(command)
    return status >> 8


def shell():
    return system(NULL) != 0


def divided(int a, int b):
    cdef div_t d = div(a, b)
    return d.quot, d.rem, d, div(a, b).quot, cython.typeof(div(a, b)), sizeof(div_t)


def divided_long(long a, long long b):
    cdef ldiv_t d = ldiv(a, b)
    cdef lldiv_t l = lldiv(a, b)
    return d, l, stdlib.ldiv(a, b), cython.typeof(l), cython.typeof(d), sizeof(d)


def changed(int a):
    cdef stdlib.div_t d
    d.quot = a
    d.rem = d.quot + 1
    cdef stdlib.div_t* p = &d
    p.rem += 5
    return d


def floats(bytes text):
    cdef char* end
    cdef char* start = text
    cdef float x = strtof(start, &end)
    return x, end - start, <double>strtold(start, NULL)


# --- calls
environment(b"PATH") is not None
environment(b"no such name")
environment(b"")
(in_child(w, s) for w in ("exit", "_exit") for s in (0, 3, 256))
in_child("abort", 0)
run(b"exit 3")
run(b"echo from the shell")
shell()
(divided(a, b) for a in (7, -7, 0) for b in (2, -2, 9))
(divided_long(a, b) for a in (2**40 + 1, -7) for b in (2, -3))
changed(3)
(floats(t) for t in (b"1.1 rest", b"", b"x", b"1e50", b"inf", b"0x1p-3"))
