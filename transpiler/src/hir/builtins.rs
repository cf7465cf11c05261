//! The names that Python has without an import.

/// Of all versions that pyrx builds for; of Python 2 those that Cython 3.3 still knows.
const BUILTINS: &str = "
ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError
BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError
ConnectionResetError DeprecationWarning EOFError Ellipsis EncodingWarning EnvironmentError Exception
ExceptionGroup False FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError
ImportError ImportWarning IndentationError IndexError InterruptedError IsADirectoryError KeyError
KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError None NotADirectoryError NotImplemented
NotImplementedError OSError OverflowError PendingDeprecationWarning PermissionError ProcessLookupError
PythonFinalizationError RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning
StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError True
TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError
UnicodeWarning UserWarning ValueError Warning WindowsError ZeroDivisionError abs aiter all anext any ascii
basestring bin bool breakpoint bytearray bytes callable chr classmethod compile complex copyright credits
delattr dict dir divmod enumerate eval exec exit filter float format frozenset getattr globals hasattr hash
help hex id input int intern isinstance issubclass iter len license list locals map max memoryview min next
object oct open ord pow print property quit range raw_input reload repr reversed round set setattr slice
sorted staticmethod str sum super tuple type unichr unicode vars xrange zip
";

/// Whether a name may be a builtin; those that begin with two underscores the interpreter sets.
pub fn is_builtin(name: &str) -> bool {
    name.starts_with("__") || BUILTINS.split_ascii_whitespace().any(|builtin| builtin == name)
}
