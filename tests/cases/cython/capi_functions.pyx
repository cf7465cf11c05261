"""Functions of Python's C API by `cpython`: lists, tuples, dicts, numbers, texts, errors, references."""
from cpython cimport PyList_Append, PyTuple_Size
from cpython.bool cimport PyBool_Check, PyBool_FromLong
from cpython.buffer cimport PyBUF_SIMPLE, PyBuffer_Release, PyObject_GetBuffer
from cpython.bytearray cimport PyByteArray_AS_STRING, PyByteArray_GET_SIZE
from cpython.bytes cimport PyBytes_AS_STRING, PyBytes_AsString, PyBytes_Check, PyBytes_FromStringAndSize, PyBytes_GET_SIZE
from cpython.complex cimport PyComplex_FromDoubles, PyComplex_ImagAsDouble
from cpython.dict cimport PyDict_Contains, PyDict_GetItem, PyDict_New, PyDict_SetItem, PyDict_Size
from cpython.exc cimport PyErr_CheckSignals, PyErr_Clear, PyErr_NoMemory, PyErr_Occurred, PyErr_SetString, PyErr_WarnEx
from cpython.float cimport PyFloat_AS_DOUBLE, PyFloat_AsDouble, PyFloat_Check, PyFloat_CheckExact, PyFloat_FromDouble
from cpython.list cimport PyList_CheckExact, PyList_GET_ITEM, PyList_GET_SIZE, PyList_GetItem, PyList_New, PyList_SET_ITEM, \
    PyList_Size, PyList_Sort
from cpython.long cimport PyLong_AsLong, PyLong_Check, PyLong_FromLong
from cpython.mapping cimport PyMapping_Check
from cpython.number cimport PyNumber_Add, PyNumber_Check, PyNumber_Float, PyNumber_Index
from cpython.object cimport Py_EQ, Py_LT, PyCallable_Check, PyObject, PyObject_Call, PyObject_GetAttr, PyObject_HasAttrString, \
    PyObject_IsInstance, PyObject_IsTrue, PyObject_Length, PyObject_Repr, PyObject_RichCompare, PyObject_RichCompareBool
from cpython.pycapsule cimport PyCapsule_IsValid
from cpython.ref cimport Py_DECREF, Py_INCREF, Py_REFCNT, Py_XDECREF, Py_XINCREF
from cpython.sequence cimport PySequence_Check, PySequence_Contains, PySequence_Fast, PySequence_Fast_GET_ITEM, \
    PySequence_Fast_GET_SIZE, PySequence_GetItem, PySequence_List
from cpython.set cimport PySet_Add, PySet_Contains, PySet_New
from cpython.tuple cimport PyTuple_GET_ITEM, PyTuple_GET_SIZE, PyTuple_New, PyTuple_SET_ITEM
from cpython.unicode cimport PyUnicode_AsUTF8, PyUnicode_Check, PyUnicode_FromString, PyUnicode_GET_LENGTH, PyUnicode_Join


def total(list xs):
    cdef Py_ssize_t i
    cdef double s = 0
    for i in range(PyList_GET_SIZE(xs)):
        s += PyFloat_AS_DOUBLE(<object> PyList_GET_ITEM(xs, i))
    return s


def converted(xs):
    """Of any sequence, with the errors of what is no number."""
    cdef object fast = PySequence_Fast(xs, b"a sequence is needed")
    cdef Py_ssize_t i, n = PySequence_Fast_GET_SIZE(fast)
    cdef double s = 0
    for i in range(n):
        s += PyFloat_AsDouble(<object> PySequence_Fast_GET_ITEM(fast, i))
    return s


def squares(Py_ssize_t n):
    cdef list out = PyList_New(n)
    cdef object v
    cdef Py_ssize_t i
    for i in range(n):
        v = (i + 100) * (i + 1000)
        Py_INCREF(v)
        PyList_SET_ITEM(out, i, v)
    return out


def pairs(a, b):
    cdef tuple out = PyTuple_New(2)
    Py_INCREF(a)
    PyTuple_SET_ITEM(out, 0, a)
    Py_INCREF(b)
    PyTuple_SET_ITEM(out, 1, b)
    return out, PyTuple_GET_SIZE(out), PyTuple_Size(out), <object> PyTuple_GET_ITEM(out, 1) is b


def item(list xs, Py_ssize_t i):
    cdef PyObject* p = PyList_GetItem(xs, i)
    return <object> p


def counts(x):
    cdef Py_ssize_t before = Py_REFCNT(x), more, less
    cdef PyObject* p = <PyObject*> x
    Py_INCREF(x)
    Py_XINCREF(p)
    more = Py_REFCNT(x)
    Py_DECREF(x)
    Py_XDECREF(p)
    Py_XDECREF(NULL)
    less = Py_REFCNT(x)
    return more - before, less - before, p.ob_refcnt == Py_REFCNT(x)


def same(x):
    cdef void* p = <void*> x
    cdef PyObject* q = <PyObject*> x
    cdef object back = <object> p
    return back is x, <object> q is x, p == <void*> q, p is NULL


def as_list(x):
    cdef void* p = <void*> x
    return <list?> p


def lookup(dict d, key):
    cdef PyObject* p = PyDict_GetItem(d, key)
    if p is NULL:
        return "missing"
    return <object> p


def counted(words):
    cdef dict out = PyDict_New()
    cdef PyObject* known
    for word in words:
        known = PyDict_GetItem(out, word)
        PyDict_SetItem(out, word, 1 if known == NULL else <object> known + 1)
    return out, PyDict_Size(out), PyDict_Contains(out, "a")


def reversed_bytes(bytes b):
    cdef Py_ssize_t n = PyBytes_GET_SIZE(b), i
    cdef bytes out = PyBytes_FromStringAndSize(NULL, n)
    cdef char* source = PyBytes_AS_STRING(b)
    cdef char* target = PyBytes_AS_STRING(out)
    for i in range(n):
        target[i] = source[n - 1 - i]
    return out


def first_byte(x):
    return PyBytes_AsString(x)[0]


def upper(bytearray b):
    cdef char* text = PyByteArray_AS_STRING(b)
    cdef Py_ssize_t i
    for i in range(PyByteArray_GET_SIZE(b)):
        if 97 <= text[i] <= 122:
            text[i] -= 32
    return b


def kinds(x):
    return (PyBool_Check(x), PyBytes_Check(x), PyFloat_Check(x), PyFloat_CheckExact(x), PyList_CheckExact(x), PyLong_Check(x),
            PyMapping_Check(x), PyNumber_Check(x), PyCallable_Check(x), PySequence_Check(x), PyUnicode_Check(x))


def numbers(a, b):
    return PyNumber_Add(a, b), PyNumber_Float(a), PyNumber_Index(b), PyLong_AsLong(b), PyLong_FromLong(-3), \
        PyFloat_FromDouble(0.5), PyBool_FromLong(2), PyComplex_FromDoubles(1, -2), PyComplex_ImagAsDouble(2 + 3j)


def long_of(x):
    cdef long value = PyLong_AsLong(x)
    return value


def compared(a, b):
    return PyObject_RichCompare(a, b, Py_LT), PyObject_RichCompareBool(a, b, Py_EQ), PyObject_IsTrue(a)


def asked(x):
    return PyObject_HasAttrString(x, b"real"), PyObject_Repr(x), PyObject_IsInstance(x, int), PyCapsule_IsValid(x, b"none")


def called(f, args):
    return PyObject_Call(f, args, {}), PyObject_GetAttr(f, "__name__")


def lengths(x):
    return PyObject_Length(x), PySequence_List(x), PySequence_Contains(x, 1), PySequence_GetItem(x, 0)


def sorted_list(list xs):
    PyList_Append(xs, 0)
    PyList_Sort(xs)
    return xs, PyList_Size(xs)


def unique(xs):
    cdef set out = PySet_New(None if xs is None else [])
    for x in xs:
        PySet_Add(out, x)
    return sorted(out), PySet_Contains(out, 1)


def texts(str s):
    cdef const char* utf8 = PyUnicode_AsUTF8(s)
    return PyUnicode_GET_LENGTH(s), PyUnicode_FromString(utf8), PyUnicode_Join("-", [s, s])


cdef int set_error(int n) except -1:
    if n < 0:
        PyErr_SetString(ValueError, b"n is negative")
        return -1
    if n > 9:
        PyErr_NoMemory()
    return n


def with_errors(int n):
    PyErr_CheckSignals()
    return set_error(n), PyErr_Occurred() is NULL


def handled(int n):
    try:
        return set_error(n)
    except ValueError as error:
        PyErr_Clear()
        return str(error)


def warned():
    import warnings
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        PyErr_WarnEx(UserWarning, b"careful", 1)
    return [str(one.message) for one in seen]


def warned_as_error():
    import warnings
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        PyErr_WarnEx(UserWarning, b"careful", 1)


def filled_list(Py_ssize_t n):
    out = PyList_New(n)
    for i in range(n):
        v = i * 100000 + 5000
        Py_INCREF(v)
        PyList_SET_ITEM(out, i, v)
    return out


def filled_tuple(Py_ssize_t n):
    out = PyTuple_New(n)
    for i in range(n):
        s = "a" + str(i)
        Py_INCREF(s)
        PyTuple_SET_ITEM(out, i, s)
    return out


def appended(int n):
    xs = [1, 2]
    ys = xs
    PyList_Append(xs, n)
    return xs, ys, len(ys), PyList_Size(ys)


cdef char first_char(b):
    return PyBytes_AS_STRING(b)[0]


def first_of_each():
    b = b"abc"
    return first_char(b), first_char(b"xyz"), PyBytes_AS_STRING(b)[1]


cdef same_as_argument(x):
    cdef void* p = <void*> x
    y = x
    return <object> p is y


def as_arguments(int n):
    return same_as_argument(n), same_as_argument("a" * n), same_as_argument([n]), same_as_argument(n * 0.5)


def filled_with_literals():
    """The function takes over the references."""
    t = PyTuple_New(2)
    cdef object number = 12345678901
    cdef object text = "text" + str(5)
    Py_INCREF(number)
    PyTuple_SET_ITEM(t, 0, number)
    Py_INCREF(text)
    PyTuple_SET_ITEM(t, 1, text)
    return t


def hashed_bytes(obj):
    cdef Py_buffer view
    cdef unsigned long long h = 7
    cdef Py_ssize_t i
    PyObject_GetBuffer(obj, &view, PyBUF_SIMPLE)
    try:
        for i in range(view.len):
            h = h * 31 + (<unsigned char*>view.buf)[i]
        return h, view.len, view.itemsize, view.readonly
    finally:
        PyBuffer_Release(&view)


# --- calls
total([1.0, 2.5])
total([])
(converted(xs) for xs in ([1, 2.5], (True,), [], ["a"], 5, "12"))
squares(5)
pairs([1], "x")
(item([1, 2], i) for i in (0, 1, 2, -1))
counts(["own"])
same(["own"])
(as_list(x) for x in ([1], (1,)))
(lookup({1: 2}, key) for key in (1, 3))
counted(["b", "a", "b"])
reversed_bytes(b"abc")
reversed_bytes(b"")
(first_byte(x) for x in (b"abc", "abc", 5))
upper(bytearray(b"aZ-z"))
(kinds(x) for x in (True, b"", 0.5, [], 3, {}, len, "s", None))
numbers(2, 3)
numbers(2.5, 3)
(long_of(x) for x in (5, -1, 2**70, "a", 1.5))
(compared(a, b) for a, b in ((1, 2), (2, 2), ("a", 1)))
(asked(x) for x in (1, "a"))
called(abs, (-3,))
called(abs, ("a",))
(lengths(x) for x in ([1, 2], (0,), 5))
sorted_list([3, 1, 2])
sorted_list([3, "a"])
unique([1, 2, 1])
unique([[]])
(texts(s) for s in ("", "aé€"))
(with_errors(n) for n in (-1, 3, 10))
(handled(n) for n in (-1, 3))
warned()
warned_as_error()
filled_list(5)
filled_tuple(3)
appended(3)
first_of_each()
as_arguments(3)
filled_with_literals()
(hashed_bytes(x) for x in (b"", b"abc", bytearray(b"abc"), np.arange(3, dtype=np.int16)))
hashed_bytes(np.arange(6)[::2])
hashed_bytes("abc")
