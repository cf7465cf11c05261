"""Characters in pure mode."""
import cython


def parts(p: cython.Py_UCS4):
    return p, ord(p), p == "a", p in "abc", p.isalpha()


def vowels(s: str) -> int:
    n: cython.int = 0
    c: cython.Py_UCS4
    for c in s:
        if c in "aeiou":
            n += 1
    return n


def local(s):
    c: cython.Py_UCS4 = s
    return c, c < "b"


@cython.cfunc
def upper(c: cython.Py_UCS4) -> cython.Py_UCS4:
    return chr(ord(c) - 32) if "a" <= c <= "z" else c


def uppers(s: str):
    return "".join([upper(c) for c in s]), upper("q")


@cython.locals(c=cython.Py_UCS4, n=cython.int)
def count(s, what):
    n = 0
    for c in s:
        n += c == what
    return n

# --- calls
(parts(p) for p in ("a", "z", "ß", 98, "ab", "", None, 2**21))
(vowels(s) for s in ("", "hello world", "äei"))
(local(s) for s in ("a", "x", 65, "ab"))
(uppers(s) for s in ("", "aBc", "ß"))
(count("abcabc", w) for w in ("a", "x", 97))
