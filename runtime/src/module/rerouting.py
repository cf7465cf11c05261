"""Second part of `bootstrap.py`: what a `.py` for Cython says to the interpreter of `cython.compiled` and of its variables of C's."""


def fold_compiled(ast, tree):
    """What runs is compiled: `cython.compiled` is true in it, whatever the package says."""
    modules, members = set(), set()
    for _, _, node in parts(tree):
        kind = type(node).__name__
        if kind == "Import":
            modules.update(alias.asname or alias.name for alias in node.names if alias.name == "cython")
        elif kind == "ImportFrom" and node.module == "cython" and not node.level:
            members.update(alias.asname or alias.name for alias in node.names if alias.name == "compiled")
    for holder, key, node in parts(tree):
        if type(getattr(node, "ctx", None)).__name__ != "Load":
            continue
        if getattr(node, "attr", None) == "compiled":
            found = getattr(node.value, "id", None) in modules
        else:
            found = getattr(node, "id", None) in members
        if found:
            true = ast.Constant(True)
            for place in "lineno", "col_offset", "end_lineno", "end_col_offset":
                setattr(true, place, getattr(node, place))
            if isinstance(holder, list):
                holder[key] = true
            else:
                setattr(holder, key, true)


def parts(tree):
    """All nodes of a tree: what holds it, by which name or index, and the node."""
    waiting = [tree]
    while waiting:
        holder = waiting.pop()
        if isinstance(holder, list):
            found = [(i, part) for i, part in enumerate(holder)]
        else:
            found = [(field, getattr(holder, field, None)) for field in holder._fields]
        for key, part in found:
            if isinstance(part, list):
                waiting.append(part)
            elif hasattr(part, "_fields"):
                yield holder, key, part
                waiting.append(part)


class Variables:
    """The module's variables of C's, by their names: `functions` has the numbers of `get x` and `set x`."""

    def __init__(self, make, functions):
        verbs = {"get": {}, "set": {}}
        for key, i in functions.items():
            verb, _, name = key.partition(" ")
            verbs[verb][name] = make(i, (lambda: None) if verb == "get" else (lambda value: None))
        self.getters, self.setters = verbs["get"], verbs["set"]
        self.names = frozenset(self.getters)

    def __getitem__(self, name):
        return self.getters[name]()

    def __setitem__(self, name, value):
        if name not in self.setters:
            raise TypeError(f"{name!r} is a variable of C's that only compiled functions set")
        self.setters[name](value)

    def __delitem__(self, name):
        raise TypeError(f"{name!r} is a variable of C's, which is not deleted")

    def walrus(self, name, value):
        self[name] = value
        return value


class Rerouter:
    """Where Python code names a variable of C's, `x` becomes `__pyrx_c__["x"]`.

    `own`: the names that mean something else where a node stands; `outer`: those that do in functions in it.
    """

    def __init__(self, ast, variables):
        self.ast = ast
        self.variables = variables

    def module(self, tree):
        for i, node in enumerate(tree.body):
            tree.body[i] = self.declared(node)
        self.fields(tree, frozenset(), frozenset())

    def declared(self, node):
        """A declaration at module level, which sets the variable at most."""
        kind, call = type(node).__name__, getattr(node, "value", None)
        function = getattr(call, "func", None)
        if "declare" not in (getattr(function, "attr", None), getattr(function, "id", None)):
            return node
        if kind == "Expr":
            call.keywords = [keyword for keyword in call.keywords if keyword.arg not in self.variables]
            return node if call.args or call.keywords else self.placed(self.ast.Pass(), node)
        target = node.target if kind == "AnnAssign" else node.targets[0] if kind == "Assign" else None
        if getattr(target, "id", None) not in self.variables:
            return node
        if len(call.args) < 2:
            return self.placed(self.ast.Pass(), node)
        node.value = call.args[1]
        return node

    def placed(self, new, old):
        for name in "lineno", "col_offset", "end_lineno", "end_col_offset":
            setattr(new, name, getattr(old, name))
        return new

    def fields(self, node, own, outer, names=None):
        """Edits the parts of a node in place: those of the named fields, or all."""
        for name in node._fields if names is None else names:
            part = getattr(node, name, None)
            if isinstance(part, list):
                part[:] = [self.part(one, own, outer) for one in part]
            elif hasattr(part, "_fields"):
                setattr(node, name, self.part(part, own, outer))

    def part(self, node, own, outer):
        """What stands for a node."""
        if not hasattr(node, "_fields"):
            return node
        kind = type(node).__name__
        if kind == "Name":
            return self.item(node, node.ctx) if node.id in self.variables and node.id not in own else node
        if kind in ("FunctionDef", "AsyncFunctionDef", "Lambda"):
            self.function(node, own, outer)
        elif kind == "ClassDef":
            self.fields(node, own, outer, ("decorator_list", "bases", "keywords"))
            bound, asked = bindings(node.body)
            self.fields(node, (outer | bound) - asked, outer - asked, ("body",))
        elif kind in ("ListComp", "SetComp", "DictComp", "GeneratorExp"):
            self.comprehension(node, own, outer)
        elif kind == "NamedExpr" and node.target.id in self.variables and node.target.id not in own:
            self.fields(node, own, outer, ("value",))
            return self.walrus(node)
        else:
            if kind == "AnnAssign" and getattr(node.target, "id", None) in self.variables - own:
                node.simple = 0
            self.fields(node, own, outer)
        return node

    def function(self, node, own, outer):
        self.fields(node, own, outer, ("decorator_list", "returns"))
        arguments = node.args
        self.fields(arguments, own, outer, ("defaults", "kw_defaults"))
        single = [one for one in (arguments.vararg, arguments.kwarg) if one]
        plain = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, *single]
        for argument in plain:
            self.fields(argument, own, outer)
        bound, asked = bindings(node.body if isinstance(node.body, list) else [node.body])
        inner = (outer | bound | {argument.arg for argument in plain}) - asked
        self.fields(node, inner, inner, ("body",))

    def comprehension(self, node, own, outer):
        first = node.generators[0]
        first.iter = self.part(first.iter, own, outer)
        bound = set()
        for generator in node.generators:
            bound |= bindings([generator.target])[0]
        for generator in node.generators:
            names = ("ifs",) if generator is first else ("iter", "ifs")
            self.fields(generator, own | bound, outer | bound, names)
        self.fields(node, own | bound, outer | bound, ("elt", "key", "value"))

    def item(self, name, context):
        ast = self.ast
        holder = self.placed(ast.Name("__pyrx_c__", ast.Load()), name)
        return self.placed(ast.Subscript(holder, self.placed(ast.Constant(name.id), name), context), name)

    def walrus(self, node):
        ast = self.ast
        holder = self.placed(ast.Name("__pyrx_c__", ast.Load()), node)
        method = self.placed(ast.Attribute(holder, "walrus", ast.Load()), node)
        arguments = [self.placed(ast.Constant(node.target.id), node), node.value]
        return self.placed(ast.Call(method, arguments, []), node)


def bindings(body):
    """The names that statements or targets bind in their scope, and those that they declare to be global."""
    bound, asked = set(), set()
    waiting = list(body)
    while waiting:
        node = waiting.pop()
        kind = type(node).__name__
        if kind == "Name":
            if type(node.ctx).__name__ != "Load":
                bound.add(node.id)
        elif kind == "Global":
            asked.update(node.names)
        elif kind == "alias":
            bound.add((node.asname or node.name).partition(".")[0])
        elif kind == "Lambda":
            pass
        elif kind in ("FunctionDef", "AsyncFunctionDef", "ClassDef"):
            bound.add(node.name)
        elif kind in ("ListComp", "SetComp", "DictComp", "GeneratorExp"):
            # Of what is inside, only `:=` binds outside.
            bound.update(part.target.id for _, _, part in parts(node) if type(part).__name__ == "NamedExpr")
        else:
            for name in "name", "rest":
                if isinstance(getattr(node, name, None), str):
                    bound.add(getattr(node, name))
            waiting.extend(part for part in children(node))
    return bound, asked


def children(node):
    for field in node._fields:
        part = getattr(node, field, None)
        yield from (one for one in (part if isinstance(part, list) else [part]) if hasattr(one, "_fields"))
