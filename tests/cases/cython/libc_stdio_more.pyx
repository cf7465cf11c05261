"""libc.stdio beside reading and writing: positions, buffers, names of files, lines of any length, scanf."""
from libc.stdio cimport (BUFSIZ, EOF, FILE, FILENAME_MAX, FOPEN_MAX, SEEK_CUR, SEEK_END, SEEK_SET, _IOFBF, _IOLBF,
                         _IONBF, clearerr, fclose, fdopen, feof, fgetc, fgetpos, fopen, fpos_t, fputs, freopen, fseek,
                         fsetpos, ftell, getline, remove, rename, rewind, scanf, setbuf, setvbuf, stdin, tmpfile)
from libc.stdlib cimport free, malloc
import os
import tempfile


def positions(bytes text):
    cdef FILE* file = tmpfile()
    cdef fpos_t* position = <fpos_t*>malloc(64)
    fputs(text, file)
    rewind(file)
    out = [fgetc(file)]
    fgetpos(file, position)
    out.append(fgetc(file))
    fsetpos(file, position)
    out.append(fgetc(file))
    fseek(file, 0, SEEK_END)
    out.extend((ftell(file), fgetc(file) == EOF, feof(file) != 0))
    clearerr(file)
    out.append(feof(file))
    free(position)
    fclose(file)
    return out


def lines(bytes text):
    cdef FILE* file = tmpfile()
    cdef char* line = NULL
    cdef size_t size = 0
    fputs(text, file)
    rewind(file)
    out = []
    while <ssize_t>getline(&line, &size, file) != -1:
        out.append(<bytes>line)
    free(line)
    fclose(file)
    return out


def renamed():
    folder = tempfile.mkdtemp().encode()
    cdef bytes a = folder + b"/a", b = folder + b"/b"
    cdef FILE* file = fopen(a, b"w")
    fputs(b"one", file)
    file = freopen(b, b"w", file)
    fputs(b"two", file)
    fclose(file)
    first = rename(a, folder + b"/c")
    second = rename(a, b)
    with open(folder + b"/c", "rb") as c, open(b, "rb") as d:
        out = (first, second, c.read(), d.read(), remove(b), remove(b))
    os.remove(folder + b"/c")
    os.rmdir(folder)
    return out


def buffered(int mode, size_t size):
    read, write = os.pipe()
    cdef FILE* file = fdopen(write, b"w")
    cdef int got = setvbuf(file, NULL, mode, size)
    fputs(b"line\nrest", file)
    os.set_blocking(read, False)
    try:
        seen = os.read(read, 100)
    except BlockingIOError:
        seen = None
    fclose(file)
    rest = os.read(read, 100)
    os.close(read)
    return got, seen, rest


def unbuffered():
    read, write = os.pipe()
    cdef FILE* file = fdopen(write, b"w")
    setbuf(file, NULL)
    fputs(b"now", file)
    seen = os.read(read, 100)
    fclose(file)
    os.close(read)
    return seen


def no_file():
    return fopen(b"/nowhere/at/all", b"r") is NULL, fdopen(-1, b"r") is NULL


def constants():
    return (FOPEN_MAX, FILENAME_MAX, BUFSIZ, _IOFBF, _IOLBF, _IONBF, SEEK_SET, SEEK_CUR, SEEK_END, sizeof(FILE*),
            sizeof(fpos_t*))


# --- calls
positions(b"abc")
positions(b"")
(lines(t) for t in (b"", b"one\ntwo", b"\n\n", b"x" * 500 + b"\n"))
renamed()
(buffered(m, n) for m, n in ((_, 64) for _ in (0, 1, 2)))
buffered(7, 64)
unbuffered()
no_file()
constants()
