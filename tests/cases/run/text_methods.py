"""Methods of strings and characters; strings built by `+=`, by lists of characters and `join`."""


def classes(s: str):
    counts = [0] * 9
    for c in s:
        counts[0] += c.isalpha()
        counts[1] += c.isdigit()
        counts[2] += c.isalnum()
        counts[3] += c.isspace()
        counts[4] += c.isupper()
        counts[5] += c.islower()
        counts[6] += c.isdecimal()
        counts[7] += c.isnumeric()
        counts[8] += c.isascii()
    return counts


def whole(s: str):
    return (
        s.isalpha(),
        s.isdigit(),
        s.isalnum(),
        s.isspace(),
        s.isupper(),
        s.islower(),
        s.isdecimal(),
        s.isnumeric(),
        s.isascii(),
    )


def cases(s: str):
    return s.upper(), s.lower()


def shouted(s: str):
    out = ""
    for c in s:
        out += c.upper() if c.islower() else c.lower()
    return out


def without_spaces(s: str):
    out = ""
    for c in s:
        if c.isspace():
            continue
        out += c
    return out


def doubled(s: str):
    out = s
    for _ in range(4):
        out += out
    return out


def forked(s: str):
    """Two strings grow from one."""
    a = s
    a += "x"
    b = a
    c = a
    b += "left"
    c += "right"
    a += "own"
    return a, b, c, s


def caesar(s: str, k: int):
    out = []
    for c in s:
        if "a" <= c <= "z":
            out.append(chr((ord(c) - 97 + k) % 26 + 97))
        elif c in "AEIOU":
            out.append("*")
        else:
            out.append(c)
    return "".join(out)


def letters(s: str):
    found = []
    for c in s:
        if c.isalpha():
            found.append(c)
    return found


def listed(s: str):
    chars = list(s)
    chars.reverse()
    return chars, [c for c in s if c != "b"], sorted(s)


def joined(s: str, sep: str):
    return sep.join([c for c in s]), sep.join(s.split()), "".join(c for c in s if c > "b")


def searched(s: str, t: str):
    return s.find(t), s.rfind(t), s.count(t), s.startswith(t), s.endswith(t), t in s, s.replace(t, "<>")


def searched_from(s: str, t: str, i: int, j: int):
    return (
        s.find(t, i),
        s.find(t, i, j),
        s.rfind(t, i),
        s.rfind(t, i, j),
        s.count(t, i),
        s.count(t, i, j),
        s.startswith(t, i),
        s.startswith(t, i, j),
        s.replace(t, "-", j),
    )


def index_of(s: str, t: str):
    return s.index(t) * 100 + s.rindex(t)


def index_from(s: str, t: str, i: int):
    return s.index(t, i)


def trimmed(s: str):
    return s.strip(), s.lstrip(), s.rstrip(), s.strip("ab"), s.lstrip("ab"), s.rstrip("ab")


def words(s: str):
    n = 0
    for word in s.split():
        n = n * 10 + len(word)
    return n, s.split()


def fields(s: str, sep: str):
    return s.split(sep)


def run_length(s: str):
    runs = []
    i = 0
    while i < len(s):
        j = i
        while j < len(s) and s[j] == s[i]:
            j += 1
        runs.append((s[i], j - i))
        i = j
    return runs


def decoded(s: str):
    out = []
    for c, n in run_length(s):
        for _ in range(n):
            out.append(c)
    return "".join(out)


def parsed(s: str):
    return int(s)


def parsed_float(s: str):
    return float(s)


def total(s: str):
    acc = 0.0
    n = 0
    for part in s.split(","):
        try:
            acc += float(part)
        except ValueError:
            n += 1
    return acc, n


def digit_sum(s: str):
    t = 0
    for c in s:
        if c.isdigit():
            t += int(c)
    return t


def by_tuple(s: str):  # level: any
    return s.startswith(("a", "b"))


def palindrome(s: str):
    i = 0
    j = len(s) - 1
    while i < j:
        if not s[i].isalnum():
            i += 1
        elif not s[j].isalnum():
            j -= 1
        elif s[i].lower() != s[j].lower():
            return False
        else:
            i += 1
            j -= 1
    return True


# --- calls
classes('')
classes('aB1 \t\x1f_~')
classes('\u00b2\u0663\u01c5\u00df\u00aa\u2167\u4e00\u2028\u00a0\u0345\U0001d7d8\U0010ffff')
classes('\ud800')
whole('')
whole('a')
whole('ABC1')
whole('abc def')
whole('1 2')
whole('12')
whole('\u01c5')
whole('A\u01c5')
whole('\u00b2\u0663')
whole(' \t\u2003')
cases('')
cases('aBc1')
cases('x')
cases('stra\u00dfe \ufb01')
cases('\u0130\u03a3a\u03a3')
shouted('aBc Stra\u00dfe 1')
without_spaces('')
without_spaces(' a b\u2003c\n')
doubled('ab')
doubled('')
forked('ab')
forked('')
caesar('hello, World AEI', 3)
caesar('', 3)
caesar('xyz', -30)
letters('a1b2\u00e9')
letters('')
listed('cabcb')
listed('')
joined('a b c', ', ')
joined('', '')
joined('abc', '')
searched('abcabc', 'bc')
searched('abcabc', '')
searched('', '')
searched('', 'a')
searched('aaa', 'aa')
searched('ab', 'abc')
searched_from('abcabc', 'b', 2, 5)
searched_from('abcabc', 'b', -3, -1)
searched_from('abcabc', '', 6, 6)
searched_from('abcabc', '', 7, 9)
searched_from('abc', 'c', -100, 100)
index_of('abcabc', 'bc')
index_of('abc', 'x')
index_of('abc', '')
index_from('abcabc', 'b', 2)
index_from('abcabc', 'b', 5)
trimmed(' \tabba \n')
trimmed('abba')
trimmed('')
trimmed('   ')
words('  one two\tthree\u2003four ')
words('')
words('one')
fields('a,b,,c', ',')
fields('', ',')
fields('abc', 'abc')
fields('abc', '')
run_length('aaabccd')
run_length('')
decoded('aaab')
parsed('12')
parsed('-7')
parsed('+7')
parsed(' 42\n')
parsed('1_000')
parsed('\u0663')
parsed('')
parsed('-')
parsed('4.5')
parsed('x\u00e9')
parsed('9223372036854775807')
parsed('-9223372036854775808')
parsed('9223372036854775808')
parsed('1' * 40)
parsed_float('1.5')
parsed_float('-0')
parsed_float('.5')
parsed_float('5.')
parsed_float('1e3')
parsed_float('1e400')
parsed_float('-inf')
parsed_float('nan')
parsed_float('1_0.0')
parsed_float(' 2 ')
parsed_float('')
parsed_float('.')
parsed_float('e5')
parsed_float('0.1000000000000000055511151231257827')
total('1,2.5,x,')
total('')
digit_sum('a1b22')
digit_sum('')
by_tuple('abc')
palindrome('A man, a plan, a canal: Panama')
palindrome('ab')
palindrome('')
