"""The page as a reader uses it: looked at, clicked on, and driven by keys."""

import pytest
from sources import KERNEL, line

FRAME = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"

# Texts whose colour is too near to what is behind them; WCAG 2.1, 1.4.3, asks for 4.5.
PALE = """(() => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const rgba = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].map((part) => part / 255);
  };
  const over = ([r, g, b, a], [x, y, z]) => [r * a + x * (1 - a), g * a + y * (1 - a), b * a + z * (1 - a)];
  const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  const light = (color) => 0.2126 * linear(color[0]) + 0.7152 * linear(color[1]) + 0.0722 * linear(color[2]);
  const behind = (element) => {
    if (!element) return [1, 1, 1];
    const color = rgba(getComputedStyle(element).backgroundColor);
    return color[3] === 1 ? color.slice(0, 3) : over(color, behind(element.parentElement));
  };
  const pale = new Set();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const element = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || element.closest("script, [hidden]")) continue;
    const back = behind(element);
    const [a, b] = [light(over(rgba(getComputedStyle(element).color), back)), light(back)];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < 4.5) pale.add(`${contrast.toFixed(2)} ${element.closest("[class]").className}: ${walk.currentNode.data.slice(0, 40)}`);
  }
  return [...pale];
})()"""


def settle(page):
    """Waits until what was asked for is drawn."""
    page.js(FRAME)


def here(page) -> str:
    """The line that is looked at, whether it is in sight, and the Rust beside it."""
    settle(page)
    return page.js(
        "(() => { const here = document.querySelector('.l.here'); if (!here) return '';"
        "const { top, bottom } = here.getBoundingClientRect(); return top >= 0 && bottom <= innerHeight ? here.id : here.id + ' out of sight'; })()"
    )


def shown(page) -> list[int]:
    return page.js("[...document.querySelectorAll('.l:not(.off)')].map(line => Number(line.id.slice(1)))")


def state(page) -> str:
    return page.js("location.hash")


def color(page, selector: str) -> str:
    return page.js(f"getComputedStyle(document.querySelector({selector!r})).backgroundColor")


def test_python_and_rust_stand_side_by_side(show, sample):
    page = show(sample)
    code, rust = page.js(
        "['.code', '.rust'].map(name => document.querySelector(name).getBoundingClientRect()).map(({left, right, top}) => ({left, right, top}))"
    )
    assert code["right"] <= rust["left"] and code["top"] == rust["top"]
    assert "total" in page.js(f"document.getElementById('R{line('total += xs[i]')}').textContent")


def test_a_narrow_window_has_them_one_below_the_other_and_scrolls_nowhere_sideways(show, sample):
    page = show(sample, width=420)
    assert page.js(
        "document.querySelector('.code').getBoundingClientRect().bottom <= document.querySelector('.rust').getBoundingClientRect().top"
    )
    assert page.js("document.documentElement.scrollWidth <= innerWidth")


def test_hovering_one_marks_the_other(show, sample):
    page, number = show(sample), line("total += xs[i]")
    for at, other in ("L", "R"), ("R", "L"):
        page.move(f"#{at}{number}")
        assert page.js("[...document.querySelectorAll('.linked')].map(e => e.id).sort()") == [
            f"L{number}",
            f"R{number}",
        ]
        assert page.js(f"document.getElementById('{other}{number}').matches('.linked')")
    page.move("h1")
    assert page.js("document.querySelectorAll('.linked').length") == 0


def test_clicking_one_brings_the_other_into_sight(show, sample):
    page, number = show(sample), line("xs[at[i]] += 1.0")
    page.click(f"#L{number} code")
    settle(page)
    assert state(page) == f"#L{number}"
    inside = (
        f"(() => {{ const block = document.getElementById('R{number}').getBoundingClientRect(), pane = document.querySelector('.rust').getBoundingClientRect();"
        "return block.top >= pane.top && block.top < pane.bottom; })()"
    )
    assert page.js(inside)
    first = line("total = 0.0")
    page.js("document.querySelector('.rust').scrollTop = 0")
    page.click(f"#R{first} pre")
    assert here(page) == f"L{first}"


def test_the_table_says_what_each_function_is_and_what_to_change(show, sample):
    page = show(sample)
    rows = page.js("[...document.querySelectorAll('tbody tr')].map(row => [...row.cells].map(cell => cell.innerText))")
    table = {row[0].split("\n")[0]: row for row in rows}
    assert list(table) == ["native", "kept", "untyped", "generator", "parallel", "race"]
    start = line("def untyped")
    assert table["untyped"][1:3] == ["mixed", f"{start}–{start + 5}"]
    assert "a has no annotation" in table["untyped"][-2] and "annotate it" in table["untyped"][-1]
    assert table["generator"][1] == "left to Python" and "generator" in table["generator"][-2]
    assert table["native"][-2:] == ["", ""]


def test_changes_are_sentences_with_lines(show, sample):
    advice = show(sample).js("document.querySelector('.advice').innerText").replace("\n", " ")
    number = line("total += a[i] * b[j]")
    assert f"Annotate it, for example a: pyrx.float64[:] to help line {number}, which touches" in advice


def test_j_and_k_go_through_the_problems(show, sample):
    page = show(sample)
    problems = page.js(
        "[...document.querySelectorAll('.l')].filter(line => line.querySelector('p')).map(line => line.id)"
    )
    problems.remove(f"L{line('yield n')}")  # in a function that is left to Python, whose head is the problem
    assert f"L{line('def generator')}" in problems and f"L{line('xs[at[i]] += 1.0')}" in problems
    assert f"L{line('total += xs[i]')}" not in problems
    went = []
    for _ in problems:
        page.press("j")
        went.append(here(page))
    assert went == problems
    page.press("n")
    assert here(page) == problems[0], "round at the end"
    page.press("k")
    assert here(page) == problems[-1]
    page.press("p")
    assert here(page) == problems[-2]


def test_o_and_a_open_and_close(show, sample):
    page, number = show(sample), line("total += a[i] * b[j]")
    opened = f"document.getElementById('L{number}').open"
    page.open(sample, f"#L{number}")
    assert page.js(opened), "a link to a line opens it"
    page.press("o")
    assert not page.js(opened)
    page.press("o")
    assert page.js(opened)
    count = "document.querySelectorAll('details.l[open]').length"
    page.press("a")
    assert page.js(count) == page.js("document.querySelectorAll('details.l').length") > 1
    page.press("a")
    assert page.js(count) == 0


@pytest.mark.parametrize(
    ("key", "name", "texts"),
    [
        ("2", "kept", ["total += xs[i]"]),
        ("3", "parallel", ["for i in prange(len(xs))", "for i in prange(len(at))"]),
        ("4", "race", ["xs[at[i]] += 1.0"]),
    ],
)
def test_filters_show_their_lines_and_the_heads_of_functions(show, sample, key, name, texts):
    page, everything = show(sample), len(sample.with_suffix(".py").read_text().splitlines())
    assert len(shown(page)) == everything
    page.press(key)
    left = shown(page)
    assert {line(text) for text in texts[1:]} <= set(left) and len(left) < 8
    heads = page.js("[...document.querySelectorAll('.l.context')].map(line => line.textContent)")
    assert heads and all("def " in head for head in heads)
    assert state(page) == f"#show={name}"
    assert page.js(f"document.querySelector('[name={name}]').checked")
    assert page.js("document.getElementById('shown').textContent").endswith(f" of {everything} lines")
    page.press("j")
    assert int(here(page)[1:]) in left
    page.press(key)
    assert len(shown(page)) == everything and "show" not in state(page)


def test_interpreter_lines_and_several_filters(show, sample):
    page = show(sample)
    page.click("[name=interpreter]")
    hot = shown(page)
    assert line("yield n") in hot and line("total += a[i] * b[j]") in hot and line("return total") not in hot
    page.click("[name=race]")
    assert set(shown(page)) == {*hot, line("def race"), line("xs[at[i]] += 1.0")}
    assert state(page) == "#show=interpreter,race"


def test_search_looks_through_source_facts_and_rust(show, sample):
    page = show(sample)
    page.press("/")
    for text, found in (
        ("PRANGE", line("def parallel") + 1),
        ("has no annotation", line("a[i] * b[j]")),
        ("rt::obj", line("a[i] * b[j]")),
    ):
        page.js("document.getElementById('query').value = ''")
        page.type(text)
        page.js("new Promise(done => setTimeout(done, 150))")
        assert found in shown(page) and line("def native") not in shown(page), text
    assert "q=rt%3A%3Aobj" in state(page)
    page.press("Enter")
    assert here(page) == page.js("document.querySelector('.l:not(.off):not(.context)').id")
    assert page.js("document.activeElement.id") == "query"
    assert page.js("CSS.highlights.get('found').size") > 0
    page.press("j", "?")
    page.js("new Promise(done => setTimeout(done, 150))")
    assert page.js("document.getElementById('query').value") == "rt::objj?", "keys are letters while one searches"
    assert page.js("document.getElementById('shown').textContent").startswith("0 of")
    page.press("Escape")
    assert line("def native") in shown(page) and page.js("document.activeElement.id") != "query"


def test_deep_links(show, sample):
    number = line("total += a[i] * b[j]")
    page = show(sample, f"#L{number}")
    assert here(page) == f"L{number}"
    page.open(sample, "#f-race")
    assert here(page) == f"L{line('def race')}" and state(page) == "#f-race"
    page.open(sample, f"#R{number}")
    assert here(page) == f"L{number}"
    page.open(sample, f"#L{line('xs[at[i]]')}&show=race&q=at%5Bi")
    assert here(page) == f"L{line('xs[at[i]]')}"
    assert shown(page) == [line("def race"), line("xs[at[i]]")]
    assert page.js("document.getElementById('query').value") == "at[i"
    assert state(page) == f"#L{line('xs[at[i]]')}&show=race&q=at%5Bi"


def test_links_in_the_page_keep_the_filters(show, sample):
    page = show(sample, "#show=interpreter")
    page.click("tbody tr:nth-child(3) a")
    settle(page)
    assert state(page) == f"#L{line('def untyped')}&show=interpreter"
    assert here(page) == f"L{line('def untyped')}"


@pytest.mark.parametrize(
    "fragment", ["#L0", "#L99999", "#f-nothing", "#&&&=", "#%", "#show=nonsense", "#L1&q=%E0%A4%A", "#<script>"]
)
def test_links_to_nothing_are_harmless(show, sample, fragment):
    page = show(sample, fragment)
    page.press("j")
    assert here(page).startswith("L")


def test_a_function_with_a_name_of_any_letters_is_linked_to(show, report):
    page = show(report("class A:\n    def größe(self, n: int) -> int:\n        return n\n"), "#f-A.größe")
    assert here(page) == "L2"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_theme_is_the_systems_until_it_is_chosen(show, sample, scheme):
    page = show(sample, scheme=scheme)
    light, dark = "rgb(252, 252, 250)", "rgb(20, 23, 27)"
    own = light if scheme == "light" else dark
    seen = [color(page, "body")]
    for _ in range(3):
        page.press("t")
        seen.append(color(page, "body"))
    assert seen == [own, dark, light, own]
    page.press("t")
    page.open(sample)
    assert color(page, "body") == dark, "it is remembered"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("fragment", ["", f"#L{line('a[i] * b[j]')}&q=total"])
def test_every_text_stands_out_from_what_is_behind_it(show, sample, scheme, fragment):
    page = show(sample, fragment, scheme=scheme)
    page.press("a")
    settle(page)
    assert page.js(PALE) == []


def test_shades_have_numbers_and_levels_have_words(show, sample):
    page = show(sample)
    hot = page.js(
        "[...document.querySelectorAll('.l')].filter(line => /\\bs[1-6]\\b/.test(line.className)).map(line => line.querySelector('b').textContent)"
    )
    assert hot and all(number in "123456" and number for number in hot)
    heads = page.js("[...document.querySelectorAll('.head')].map(head => head.textContent)")
    assert all(any(word in head for word in ("native", "mixed", "left to Python")) for head in heads)
    assert page.js(f"document.querySelector('#L{line('xs[at[i]] +=')} b').textContent") == "!"


def test_help_opens_and_closes(show, sample):
    page = show(sample)
    page.press("?")
    assert page.js("document.getElementById('help').open")
    assert "next problem" in page.js("document.getElementById('help').innerText")
    page.press("j")
    assert here(page) == "", "keys rest while it is open"
    page.press("Escape")
    assert not page.js("document.getElementById('help').open")


def test_the_rust_can_be_hidden(show, sample):
    page = show(sample)
    visible = "document.querySelector('.rust').checkVisibility()"
    page.press("r")
    assert not page.js(visible)
    page.press("r")
    assert page.js(visible)


def test_without_javascript_everything_reads_and_opens(show, sample):
    number = line("a[i] * b[j]")
    page = show(sample, f"#R{number}", script=False)
    assert not page.js("document.querySelector('.tools').checkVisibility()")
    assert page.js(f"getComputedStyle(document.getElementById('R{number}')).boxShadow") != "none", (
        "the link's target is marked"
    )
    for id in f"L{number}", f"R{number}":
        assert page.js(f"document.getElementById('{id}').checkVisibility()")
    assert not page.js(f"document.querySelector('#L{number} li').checkVisibility()")
    page.click(f"#L{number} code")
    assert page.js(f"document.querySelector('#L{number} li').checkVisibility()")
    page.click(f"#L{number} a:last-of-type")
    assert state(page) == f"#R{number}"


def test_print_shows_all_facts_and_no_controls(show, sample):
    page = show(sample, scheme="dark")
    page.press("t")
    page.send("Emulation.setEmulatedMedia", media="print")
    page.send("Emulation.setDeviceMetricsOverride", width=720, height=1000, deviceScaleFactor=1, mobile=False)  # A4
    assert page.js("document.documentElement.scrollWidth <= innerWidth"), "all columns of the table are on the sheet"
    assert color(page, "body") == "rgb(252, 252, 250)", "on white"
    assert not page.js("document.querySelector('.tools').checkVisibility()")
    heights = page.js(
        "[...document.querySelectorAll('details.l:not([open]) li')].map(item => item.getBoundingClientRect().height)"
    )
    assert heights and min(heights) > 5
    assert page.js("document.querySelector('.rust').scrollHeight <= document.querySelector('.rust').clientHeight")
    assert len(page.send("Page.printToPDF")["data"]) > 10_000


def test_a_fully_typed_cython_kernel_is_white(show, report):
    page = show(report(KERNEL, "kernel.pyx"))
    shades = page.js("[...document.querySelectorAll('.l')].map(line => getComputedStyle(line).backgroundColor)")
    assert set(shades) == {"rgba(0, 0, 0, 0)"} and len(shades) == len(KERNEL.splitlines())
    assert page.js("document.querySelectorAll('.rust .r').length") >= 3
    assert page.js("document.querySelector('tbody .level').textContent") == "native"


def test_an_untyped_cython_function_is_not(show, report):
    page = show(
        report(
            "def f(x, int n):\n    cdef int i\n    s = 0\n    for i in range(n):\n        s += x[i]\n    return s\n",
            "a.pyx",
        )
    )
    assert page.js("document.getElementById('L5').matches('.s2')")
    page.press("j")
    assert here(page).startswith("L")
