"""Whether a call in CPython meets an integer that needs more than 64 bits after it has changed something.

The source runs with every expression watched: each integer that an operator or a call gives, and each store, append or
other call for its effect. Only then may compiled code raise OverflowError in its place. Sums, products and the like are
held signed; what is under a mask counts for its low bits alone.
"""

import ast

LOW, SIGNED, UNSIGNED = -(2**63), 2**63, 2**64
MODULAR = (ast.Add, ast.Sub, ast.Mult, ast.BitAnd, ast.BitOr, ast.BitXor, ast.LShift)
HELD_SIGNED = (ast.Add, ast.Sub, ast.Mult, ast.LShift, ast.Pow)


class Watch:
    def __init__(self):
        self.changed = False
        self.wide = False

    def value(self, x, high=UNSIGNED):
        if self.changed and isinstance(x, int) and not LOW <= x < high:
            self.wide = True
        return x

    def change(self):
        self.changed = True


class Watching(ast.NodeTransformer):
    """`x + y` becomes `_watch.value(x + y)`; `_watch.change()` stands before what changes something."""

    def generic_visit(self, node):
        node = super().generic_visit(node)
        if isinstance(node, (ast.UnaryOp, ast.Call)):
            return called("value", node, ast.Constant(SIGNED))
        return called("value", node) if isinstance(node, ast.IfExp) else node

    def visit_BinOp(self, node):
        if is_mask(node):
            node.left = self.low_bits(node.left)
            return called("value", node)
        node = super().generic_visit(node)
        high = SIGNED if isinstance(node.op, HELD_SIGNED) else UNSIGNED
        return called("value", node, ast.Constant(high))

    def low_bits(self, node):
        """What stands under a mask: only what is below its operators is watched."""
        if isinstance(node, ast.BinOp) and isinstance(node.op, MODULAR):
            node.left, node.right = self.low_bits(node.left), self.low_bits(node.right)
            return node
        return self.visit(node)

    def visit_Assign(self, node):
        node = self.generic_visit(node)
        targets = [leaf for target in node.targets for leaf in ast.walk(target)]
        return before_change(node) if any(isinstance(leaf, (ast.Subscript, ast.Attribute)) for leaf in targets) else node

    def visit_AugAssign(self, node):
        node = self.generic_visit(node)
        if not isinstance(node.target, ast.Name):
            return before_change(node)
        read = ast.Name(node.target.id, ast.Load())
        high = SIGNED if isinstance(node.op, HELD_SIGNED) else UNSIGNED
        return [node, ast.Expr(called("value", read, ast.Constant(high)))]

    def visit_Expr(self, node):
        return before_change(self.generic_visit(node))


def is_mask(node):
    """`x & constant`, `x % 2**k`."""
    try:
        value = eval(compile(ast.Expression(node.right), "", "eval"), {"MASK": UNSIGNED - 1})
    except (NameError, ArithmeticError, ValueError, TypeError):
        return False
    if isinstance(node.op, ast.Mod):
        return 0 < value <= UNSIGNED and value & (value - 1) == 0
    return isinstance(node.op, ast.BitAnd) and 0 <= value < UNSIGNED


def called(name, *args):
    return ast.Call(ast.Attribute(ast.Name("_watch", ast.Load()), name, ast.Load()), list(args), [])


def before_change(node):
    return [ast.Expr(called("change")), node]


def watched(text, name):
    """The functions of a module by name, and the watch to set before each call."""
    tree = Watching().visit(ast.parse(text))
    space = {"__name__": name}
    watch = space["_watch"] = Watch()
    exec(compile(ast.fix_missing_locations(tree), f"<{name}>", "exec"), space)  # noqa: S102 - a text of our own
    return space, watch


def is_wide(space, watch, name, args):
    """Makes the call and says whether it met such an integer."""
    watch.changed = watch.wide = False
    try:
        space[name](*args)
    except MemoryError:
        return True
    except Exception:  # noqa: BLE001 - whatever the function raises
        return watch.wide
    return watch.wide
