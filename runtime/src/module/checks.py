"""Third part of `bootstrap.py`: functions of a `.py` for Cython that the interpreter runs check the classes of arguments, too."""


class Checks:
    """What functions that the interpreter runs ask of the classes of arguments, as compiled ones do: their bodies begin with
    `if __pyrx_wrong__(3, x, y): raise __pyrx_wrong__(3, x, y)`."""

    def __init__(self, checked):
        import builtins

        self.functions = {(path, line, name): i for i, (path, line, name, _) in enumerate(checked)}
        classes = lambda arguments: [(name, getattr(builtins, kind), none) for name, kind, none in arguments]  # noqa: E731
        self.arguments = [classes(arguments) for _, _, _, arguments in checked]
        self.inserted = False

    def insert(self, ast, key, node):
        at = self.functions.get(key)
        if at is None:
            return
        self.inserted = True
        where = {"lineno": node.lineno, "col_offset": node.col_offset, "end_lineno": node.lineno}
        where["end_col_offset"] = node.col_offset
        name = lambda name: ast.Name(name, ast.Load(), **where)  # noqa: E731
        values = [name(argument) for argument, _, _ in self.arguments[at]]
        asked = lambda: ast.Call(name("__pyrx_wrong__"), [ast.Constant(at, **where), *values], [], **where)  # noqa: E731
        first = node.body[0]
        has_docstring = type(first).__name__ == "Expr" and isinstance(getattr(first.value, "value", None), str)
        check = ast.If(asked(), [ast.Raise(asked(), None, **where)], [], **where)
        node.body.insert(1 if has_docstring else 0, check)

    def wrong(self, at, *values):
        """What to raise for arguments, or None."""
        for value, (name, kind, none) in zip(values, self.arguments[at]):
            subclasses = kind is type or issubclass(kind, BaseException)
            fits = isinstance(value, kind) if subclasses else type(value) is kind
            if not fits and not (none and value is None):
                wanted, got = kind.__name__, full_name(value)
                return TypeError(f"Argument '{name}' has incorrect type (expected {wanted}, got {got})")


def full_name(value):
    """The name that C has for the class of an object: those made by a class statement have none of a module."""
    kind, made = type(value), 1 << 9
    plain = kind.__flags__ & made or kind.__module__ == "builtins"
    return kind.__name__ if plain else f"{kind.__module__}.{kind.__qualname__}"
