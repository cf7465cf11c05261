"""Lists of lists: native where they stay in the function or are returned, and Python objects where the caller could tell."""


def table(n: int, m: int):
    grid = [[0.0] * m for _ in range(n)]
    for i in range(n):
        for j in range(m):
            grid[i][j] = i * 10.0 + j
    total = 0.0
    for i in range(n):
        for j in range(m):
            total += grid[i][j]
    return total


def returned(n: int, m: int):
    grid = [[0] * m for _ in range(n)]
    for i in range(n):
        for j in range(m):
            grid[i][j] += i * j
    return grid


def direct(n: int):
    return [[1.0 if i == j else 0.0 for j in range(n)] for i in range(n)]


def shared_rows(n: int, m: int):
    """All rows are one list."""
    grid = [[0] * m] * n
    for i in range(n):
        for j in range(m):
            grid[i][j] += 1
    return grid


def identity_of_rows(n: int):  # level: any
    grid = [[0] * 2] * n
    return grid


def named_row(n: int):
    grid = [[i] for i in range(n)]
    for i in range(n):
        row = grid[i]
        row.append(i * i)
        row[0] = -i
    return grid


def row_twice(n: int):  # level: any
    row = [0] * n
    grid = []
    for _ in range(3):
        grid.append(row)
    grid[0][0] = 5
    return grid, row


def grown(n: int):
    rows = []
    row = [1]
    for _ in range(n):
        rows.append(row)
        row = [a + b for a, b in zip([0] + row, row + [0])]
    return rows


def adjacency(n: int, edges: list[tuple[int, int, float]]):
    near = [[] for _ in range(n)]
    for a, b, w in edges:
        near[a].append((b, w))
        near[b].append((a, w))
    total = 0.0
    count = 0
    for a in range(n):
        for b, w in near[a]:
            total += w * (b - a)
            count += len(near[b])
    return total, count, near


def never_filled(n: int):
    rows = [[] for _ in range(n)]
    total = 0
    for row in rows:
        total += len(row) + 1
    return total, rows


def filled_later(n: int):
    rows = [[]] * n
    if n:
        rows[0].append(2.5)
    return rows


def by_rows(n: int):
    grid = [[i * j for j in range(i)] for i in range(n)]
    sums = []
    for row in grid:
        sums.append(sum(row))
    for i, row in enumerate(grid):
        row.append(i)
    longest = 0
    for row, s in zip(grid, sums):
        longest = max(longest, len(row) + s)
    return sums, longest, [len(row) for row in grid], [max(row) for row in grid]


def swapped(n: int):
    grid = [[i, i * 2] for i in range(n)]
    for i in range(n // 2):
        grid[i], grid[n - 1 - i] = grid[n - 1 - i], grid[i]
    if n > 1:
        grid[0] = [7, 7]
    grid[0][1] = -1
    return grid


def moved(n: int):
    """After `grid[1] = grid[0]` both rows are one list."""
    grid = [[i] for i in range(n)]
    grid[1] = grid[0]
    grid[0].append(9)
    return grid


def generations(n: int, steps: int):
    grid = [[(i + j) % 2 for j in range(n)] for i in range(n)]
    for _ in range(steps):
        new = [[0] * n for _ in range(n)]
        for i in range(n):
            for j in range(n):
                new[i][j] = grid[(i + 1) % n][j] ^ grid[i][j - 1]
        grid = new
    return grid


def out_of_range(n: int, i: int, j: int):
    grid = [[0] * n for _ in range(n)]
    grid[i][j] = 3
    return grid[i][j + 1]


def popped(n: int):
    stack = [[i, i] for i in range(n)]
    total = 0
    while stack:
        top = stack.pop()
        top.append(1)
        total = total * 3 + top[0] + len(top)
        if len(top) == 3 and top[0] > 1:
            stack.append([top[0] - 2, 0])
    return total


def pop_empty(n: int):
    stack = [[i] for i in range(n)]
    stack.pop()
    return stack.pop()[0]


def buckets(xs: list[int]):
    ys = list(xs)
    shift = 0
    while max(ys, default=0) >> shift:
        heaps = [[] for _ in range(16)]
        for y in ys:
            heaps[y >> shift & 15].append(y)
        ys = []
        for heap in heaps:
            ys.extend(heap)
        shift += 4
    return ys


def texts(s: str):
    rows = [[c for c in word] for word in s.split()]
    for row in rows:
        row.reverse()
    return ["".join(row) for row in rows], rows


def made(n: int):
    grid = [[0] * n for _ in range(n)]
    for i in range(n):
        grid[i][i] = 1
    return grid


def from_call(n: int):
    grid = made(n)
    grid[0][0] = 5
    total = 0
    for row in grid:
        for x in row:
            total += x
    return total, made(n)[0]


def trace(grid: list[list[int]]):  # level: any
    total = 0
    for i in range(len(grid)):
        total += grid[i][i]
    return total


def passed(n: int):  # level: any
    grid = [[i * j for j in range(n)] for i in range(n)]
    return trace(grid), grid


def changes(grid):  # level: any
    grid[0].append(99)
    grid.append([1])


def changed_by_callee(n: int):  # level: any
    grid = [[i] for i in range(n)]
    changes(grid)
    return grid


def row_to_callee(n: int):  # level: any
    grid = [[i] for i in range(n)]
    changes([grid[0]])
    return grid


def leaks_row(n: int):  # level: any
    grid = [[i] for i in range(n)]
    row = grid[0]
    table = {"row": row}
    row.append(5)
    return table, grid


def leaks_item(n: int):  # level: any
    grid = [[i] for i in range(n)]
    table = {"row": grid[0]}
    grid[0].append(5)
    return table, grid


def both_returned(n: int):  # level: any
    grid = [[i] for i in range(n)]
    row = grid[0]
    return grid, row


def alias_returned(n: int):  # level: any
    grid = [[i] for i in range(n)]
    row = grid[0]
    other = row
    return grid, other


def two_names(n: int):  # level: any
    grid = [[i] for i in range(n)]
    other = grid
    other.append([7])
    other[0][0] = 8
    return grid, other


def comp_of_rows(n: int):  # level: any
    grid = [[i] for i in range(n)]
    other = [row for row in grid]
    other[0].append(3)
    return grid, other


def sliced(n: int):  # level: any
    grid = [[i] for i in range(n)]
    other = grid[:]
    other[0].append(3)
    other.append([4])
    return grid, other


def mixed_items(n: int):  # level: any
    grid = [[0] * 2 for _ in range(n)]
    grid[0][0] = 2.5
    grid[0].append("x")
    return grid


def same_row(n: int):  # level: any
    grid = [[0]] * n
    return grid[0] is grid[-1], grid[0] == grid[-1]


def chosen(n: int, flag: bool):  # level: any
    a = [[1]]
    b = [[2]]
    c = a if flag else b
    c[0].append(n)
    return a, b


def takes_rows(rows: list[list[int]]):  # level: any
    rows[0].append(5)
    copies = [row[:] for row in rows]
    copies[0][0] = 7
    return copies


def early(n: int):
    if n == 0:
        return [[]]
    grid = [[0.5] for _ in range(n)]
    return grid


def determinant(n: int, seed: int):
    a = [[0.0] * n for _ in range(n)]
    for i in range(n):
        for j in range(n):
            a[i][j] = (i * seed + j * 17) % 7 - 3.0
    det = 1.0
    for c in range(n):
        pivot = c
        for r in range(c + 1, n):
            if abs(a[r][c]) > abs(a[pivot][c]):
                pivot = r
        if a[pivot][c] == 0.0:
            return 0.0
        if pivot != c:
            a[pivot], a[c] = a[c], a[pivot]
            det = -det
        det *= a[c][c]
        for r in range(c + 1, n):
            f = a[r][c] / a[c][c]
            for k in range(c, n):
                a[r][k] -= f * a[c][k]
    return det


def overflow(n: int):
    grid = [[1] for _ in range(n)]
    for _ in range(70):
        for row in grid:
            row[0] *= 2
    return grid


def three_deep(n: int):  # level: any
    cube = [[[0] * n for _ in range(n)] for _ in range(n)]
    cube[0][0][0] = 5
    return cube


def unpacked(n: int):  # level: any
    grid = [[n], [2]]
    a, b = grid
    table = {"row": a}
    grid[0].append(5)
    b.append(6)
    return table, grid


def in_tuple(n: int):  # level: any
    grid = [[n], [2]]
    pair = (grid, 1)
    a, b = pair[0]
    table = {"row": a}
    grid[0].append(5)
    return table, b


def tuple_of_lists(n: int):  # level: any
    grid = [[n], [2]]
    pair = (grid, 1)
    x, _ = pair
    x[0].append(5)
    return grid


def rows_unpacked(n: int):
    grid = [[i, i * 2] for i in range(n)]
    total = 0
    for i in range(n):
        a, b = grid[i]
        total += a * b
    return total, grid


def two_owners(n: int):  # level: any
    grid = [[i] for i in range(n)]
    other = []
    for row in grid:
        other.append(row)
    other[0].append(9)
    return grid, other


def other_leaks(n: int):  # level: any
    grid = [[i] for i in range(n)]
    other = []
    for row in grid:
        other.append(row)
    table = {"rows": other}
    grid[0].append(9)
    return table


def one_of_two(n: int):
    grid = [[i] for i in range(n)]
    other = []
    for row in grid:
        other.append(row)
        other.append(row)
    other[0].append(9)
    grid = [[0]]
    return other, len(grid)


def swapped_names(n: int):
    a = [[n]]
    b = [[0, 0]]
    for _ in range(n):
        a, b = b, a
        a[0].append(n)
    return a, len(b[0])


def item_is_kept(n: int):  # level: any
    grid = [[i] for i in range(n)]
    rows = [grid[0], grid[0]]
    rows[0].append(3)
    return rows, grid


def by_default(n: int, flag: bool):  # level: any
    grid = [[i] for i in range(n)]
    row = grid[0] if flag else [7]
    row.append(1)
    return grid


def kept_by_callee(row: list[int]):  # level: any
    return row


def through_callee(n: int):  # level: any
    grid = [[i] for i in range(n)]
    row = kept_by_callee(grid[0])
    row.append(8)
    return grid


def named_then_called(n: int):  # level: any
    grid = [[i] for i in range(n)]
    row = grid[0]
    again = kept_by_callee(row)
    again.append(8)
    return grid


def in_handler(n: int):
    grid = [[i] for i in range(n)]
    try:
        grid[5][0] = 1
    except IndexError:
        grid.append([1])
    finally:
        grid[0].append(4)
    return grid


# --- calls
unpacked(1)
(lambda r: r[0]["row"] is r[1][0])(unpacked(1))
in_tuple(1)
tuple_of_lists(1)
(rows_unpacked(n) for n in (0, 3))
(lambda r: (r[0][0] is r[1][0], r))(two_owners(2))
other_leaks(2)
(one_of_two(n) for n in (1, 3))
(lambda r: (r[0][0] is r[0][1]))(one_of_two(2))
(swapped_names(n) for n in (0, 1, 2, 3))
(lambda r: (r[0][0] is r[1][0], r))(item_is_kept(2))
(by_default(2, flag) for flag in (True, False))
through_callee(2)
named_then_called(2)
(in_handler(n) for n in (1, 6))
in_handler(0)
(table(n, m) for n in (0, 1, 3) for m in (0, 2))
(returned(n, m) for n in (0, 1, 3) for m in (0, 2))
(direct(n) for n in (0, 2))
(shared_rows(n, 2) for n in (0, 1, 3))
[x is y for x in [identity_of_rows(3)] for y in x]
(lambda g: (g[0] is g[1], g[1] is g[2]))(identity_of_rows(3))
(lambda g: g[0] is g[1])(shared_rows(2, 1))
(named_row(n) for n in (0, 3))
row_twice(2)
(lambda r: (r[0][0] is r[0][1], r[0][0] is r[1]))(row_twice(2))
(grown(n) for n in (0, 1, 5))
adjacency(3, [(0, 1, 1.5), (1, 2, nan)])
adjacency(2, [])
adjacency(2, [(0, 5, 1.0)])
(never_filled(n) for n in (0, 2))
(filled_later(n) for n in (0, 3))
(by_rows(n) for n in (0, 4))
(swapped(n) for n in (1, 2, 5))
swapped(0)
moved(3)
(lambda g: g[0] is g[1])(moved(2))
moved(1)
(generations(3, steps) for steps in (0, 1, 4))
(out_of_range(2, i, j) for i, j in ((0, 0), (2, 0), (-1, -2), (0, 2), (0, 1), (-3, 0)))
(popped(n) for n in (0, 1, 5))
(pop_empty(n) for n in (0, 1, 2))
(buckets(xs) for xs in ([], [0], [170, 45, 75, 90, 2, 802, 24, 66]))
(texts(s) for s in ("", "ab cde"))
(from_call(n) for n in (1, 3))
from_call(0)
trace([[1, 2], [3, 4]])
passed(3)
changed_by_callee(2)
row_to_callee(2)
leaks_row(2)
(lambda r: r[0]["row"] is r[1][0])(leaks_row(2))
leaks_item(2)
(lambda r: r[0]["row"] is r[1][0])(leaks_item(2))
(lambda r: r[0][0] is r[1])(both_returned(2))
(lambda r: r[0][0] is r[1])(alias_returned(2))
(lambda r: (r[0] is r[1], r))(two_names(2))
(lambda r: (r[0][0] is r[1][0], r))(comp_of_rows(2))
(lambda r: (r[0][0] is r[1][0], r))(sliced(2))
mixed_items(2)
same_row(2)
(chosen(5, flag) for flag in (True, False))
takes_rows([[1], [2]])
(early(n) for n in (0, 2))
(determinant(n, seed) for n in (1, 3, 5) for seed in (3, 31))
overflow(2)
three_deep(2)
