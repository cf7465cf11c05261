"""Loops: definitions travel along back edges, breaks and elses."""


def accumulate(values):
    total = 0
    for value in values:
        total = total + value
    return total


def fresh_each_time(n):
    for i in range(n):
        t = i
        t = t * 2
        print(t)
    t = "after"
    return t


def search(values, key):
    for i in range(len(values)):
        if values[i] == key:
            found = i
            break
        if values[i] is None:
            continue
        last = i
    else:
        found = -1
    return found, last


def forever(n):
    while True:
        x = n
        if x:
            break
    return x


def counted(n):
    while n > 0:
        n -= 1
        y = n
    else:
        y = 5
    return y


def nested(n):
    x = 0
    for i in range(n):
        for j in range(n):
            for k in range(n):
                x = x + k
            y = x
        x = y
    return x, i, j


def short_circuit(n):
    while (m := n) and (k := m):
        n = k
    return m, k


def constant_tests(n):
    if False:
        x = "never"
    if 1:
        y = n
    while 0:
        y = "never"
    if None:
        y = "never"
    return y
