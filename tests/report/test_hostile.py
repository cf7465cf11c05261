"""Sources that want to run, hide or break something: the page shows them and does nothing else."""

import pytest
from sources import HOSTILE, SCRIPTS, large

SAFE = """({
  hacked: globalThis.hacked ?? null,
  scripts: document.scripts.length,
  made: document.querySelectorAll("img, iframe, object, embed, svg:not(.bar), link, [onload], [onerror], [onmouseover]").length,
  away: [...document.links].filter(link => link.pathname !== location.pathname || !link.hash).map(link => link.href),
  wide: document.documentElement.scrollWidth > innerWidth,
})"""


def check(page):
    """That the page has run nothing, loads nothing, leads nowhere else, and is no wider than the window."""
    page.press("a", "j", "k")
    page.js(
        "[...document.querySelectorAll('a, summary')].slice(0, 200).forEach(element => element.dispatchEvent(new MouseEvent('mouseover', {bubbles: true})))"
    )
    assert page.js(SAFE) == {"hacked": None, "scripts": 1, "made": 0, "away": [], "wide": False}
    assert all(
        address.startswith(("file:", "about:")) and "report.html" in address or address == "about:blank"
        for address in page.requests()
    )


def code(page, number: int) -> str:
    return page.js(f"document.querySelector('#L{number} code').textContent")


def test_what_the_source_says_is_text(show, report):
    page = show(report(HOSTILE))
    check(page)
    for number, text in enumerate(SCRIPTS, 4):
        assert code(page, number) == f'    print("{text}", x)'
    page.press("/")
    page.type("<script>")
    page.js("new Promise(done => setTimeout(done, 150))")
    assert page.js("document.getElementById('shown').textContent").startswith("3 of")
    check(page)


def test_hidden_characters_are_seen(show, report):
    page = show(report(HOSTILE))
    number = len(SCRIPTS) + 4
    assert code(page, number) == r'    print("\u202eevil\u2066 \u200b", "\x1b[31mred\x1b[0m")  # \u2028'
    assert page.js(f"document.querySelectorAll('#L{number} code mark').length") == 6
    assert "🐍" in code(page, number + 2) and "größe_数_𝒻" in code(page, 3)
    hidden = page.js(
        r"(document.documentElement.textContent.match(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/g) ?? []).length"
    )
    assert (
        hidden
        == page.js(
            r"(document.scripts[0].textContent.match(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g) ?? []).length"
        )
        == 0
    )


@pytest.mark.parametrize(
    "name",
    [
        "<img src=x onerror=globalThis.hacked=1>.py",
        '"><script>globalThis.hacked=1<⁄script>.py',
        "\u202eyp.exe.py",
        "a&lt;b.py",
        "\x1b[31m.py",
        "{{7*7}}.py",
        "'%s'.py",
    ],
)
def test_names_of_files(show, report, name):
    page = show(report("def f(x):\n    return x\n", name))
    check(page)
    title = page.js("document.title")
    assert title.endswith("· pyrx report") and "\u202e" not in title and "\x1b" not in title
    assert page.js("document.querySelector('h1').textContent") in (
        name,
        name.replace("\u202e", r"\u202e").replace("\x1b", r"\x1b"),
    )


@pytest.mark.parametrize(
    "source",
    [
        "x = '</script><script>globalThis.hacked = 1</script>\n",
        "def <img src=x onerror=globalThis.hacked=1>(:\n",
        "def f(x: 'pyrx.<svg onload=globalThis.hacked=1>[:]'):\n    return x +\n",
        "x = (\u202e\u2066\n",
        "def f(:\n\x1b[31m\x00\n",
    ],
)
def test_modules_with_errors(show, report, source):
    page = show(report(source, status=1))
    check(page)
    assert "does not compile" in page.js("document.querySelector('.warning').innerText")
    assert page.js("document.querySelectorAll('.l.wrong').length") == 1
    page.press("j")
    assert page.js("document.querySelector('.here').matches('.wrong')")


def test_an_empty_module(show, report):
    page = show(report(""))
    check(page)
    assert "The file is empty." in page.js("document.body.innerText")


def test_a_module_without_functions(show, report):
    page = show(report("x = 1\n"))
    check(page)
    assert "no function in this module" in page.js("document.body.innerText")
    assert page.js("document.querySelector('.rust')") is None


def test_line_ends_and_tabs(show, report):
    page = show(report(b"def f(n: int) -> int:\r\n\treturn n + 1\r\n\r\n# \xf0\x9f\x90\x8d\r# old\n"))
    check(page)
    assert [code(page, number) for number in range(1, 6)] == [
        "def f(n: int) -> int:",
        "\treturn n + 1",
        "",
        "# 🐍",
        "# old",
    ]
    assert page.js("document.querySelectorAll('.l').length") == 5


def test_a_very_long_line_fills_neither_the_page_nor_the_window(show, report):
    page = show(report(f"x = '{'a' * 200_000}'\ndef f(x):\n    return [{'x, ' * 20_000}]\n"))
    check(page)
    assert page.js("document.getElementById('L1').getBoundingClientRect().height") < 300


def test_two_thousand_lines_are_below_a_megabyte_and_work(show, report):
    file = report(large())
    assert file.stat().st_size < 1_000_000
    page = show(file)
    assert page.js("document.querySelectorAll('.l').length") > 1980
    page.press("j")
    assert page.js("document.querySelectorAll('.here').length") == 2
    page.press("4")
    assert page.js("document.querySelectorAll('.l:not(.off)').length") > 50
    check(page)
    number = next(at for at, text in enumerate(large().splitlines(), 1) if at > 1500 and "total +=" in text)
    page.open(file, f"#L{number}")
    page.js("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    for id in f"L{number}", f"R{number}":
        top = page.js(f"document.getElementById('{id}').getBoundingClientRect().top")
        assert 40 < top < 880, f"{id} is in sight"
    rows = page.js(
        "[...document.querySelectorAll('.l')].slice(1500, 1520).filter(line => !line.querySelector('p'))"
        ".map(line => line.getBoundingClientRect().height)"
    )
    assert max(rows) < 28, "numbers of four digits fit"
