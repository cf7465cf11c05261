"""Lists of one and of several types, under one name and under several."""

HELPERS = '''def {0}_put(items, value):
    items.append(value)
    return items


def {0}_either(first, second, n):
    return first if n % 2 else second


def {0}_total(items):
    total = 0
    for item in items:
        total += item
    return total


'''
VALUES = ["n", "i", "k", "2", "n * i", "k % 7", "n", "i", "k", "x", "x * i", "a[i % 3]", "n > 2"]
LISTS = ["xs", "ys", "zs", "xs", "ys", "zs", "ws"]
STEPS = [
    "{l}.append({v})", "{l}.append({v})", "{l}[{p}] = {v}", "{l}[{p}] += {v}", "{l}.insert({p}, {v})", "{l} += [{v}]",
    "{l} = {l}[::-1]", "{l} = {m}", "{l} = {m} + {l}[:2]", "{l} = [{v}] * 3", "{l} = []", "{l} = {m}[1:]", "{l} = list({m})",
    "{l}, {m} = {m}, {l}", "{l} = {m} = [{v}]", "{l}.extend({m}[:3])", "k += {l}.pop()", "k += len({l})", "{l}.reverse()",
    "{l} = {m} if n % 2 else {l}", "{l} = {m} or [{v}]", "{l} = {0}_put({m}, {v})", "{0}_put({l}, {v})",
    "{l} = {0}_either({l}, {m}, n)", "x += {0}_total({l})", "k += {l} is {m}", "k += {l} == {m}", "k += {v} in {l}",
    "for e in {l}[:4]:\n    x += e", "for j, e in enumerate({l}):\n    x += e * j\n    if len({l}) < 6:\n        {l}.append({v})",
    "for q in ({l}, {m}):\n    q.append({v})", "t = ({l}, k)\nt[0].append({v})", "{l} = [e * 2 for e in {m}]", "del {l}[0]",
    "{l}[1:2] = {m}[:1]", "{l}.sort()", "x += sum({l})", "x += max({l})", "for e in {l}:\n    if e > 3:\n        {l}.pop()",
]


def function(r, name):
    pool = VALUES if r.random() < 0.4 else VALUES[:9]

    def fill(text):
        text = text.replace("{0}", name)
        for mark, choices in (("{l}", LISTS), ("{m}", LISTS)):
            text = text.replace(mark, r.choice(choices))
        while "{v}" in text:
            text = text.replace("{v}", r.choice(pool), 1)
        return text.replace("{p}", r.choice(["0", "-1", "i", "n"]))

    starts = ["[]", "[1, 2, 3]", "[n]", "[0] * 4", "[i for i in range(3)]"]
    lines = ["k = i = 0", "x = x * 1", *(f"{one} = {r.choice(starts)}" for one in ("xs", "ys", "zs")), "ws = [0.5, 2.5]" if pool is VALUES else "ws = [5]"]
    for _ in range(r.randint(0, 2)):
        lines += fill(r.choice(STEPS)).split("\n")
    lines.append("for i in range(3):")
    for _ in range(r.randint(2, 5)):
        lines += ["    " + line for line in fill(r.choice(STEPS)).split("\n")]
    lines += ["    xs = xs[:20]", f"return {', '.join(r.sample(['k', 'x', 'xs', 'ys', 'zs', 'ws'], r.randint(1, 4)))}"]
    body = "\n".join("    " + line for line in lines)
    params = [("n", "I"), ("x", "F"), ("a", ("A", "float64", 1))]
    return f"{HELPERS.format(name)}def {name}(n: int, x: float, a: pyrx.float64[:]):\n{body}\n", params
