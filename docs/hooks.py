"""What mkdocs does to a page of the manual before it renders it."""

import re


def on_page_markdown(markdown: str, **_) -> str:
    """Shows the marks of blocks that the tests do not run."""
    return re.sub(
        r"^<!-- not run: (.*) -->$", r'<p class="not-run">not run by the tests: \1</p>', markdown, flags=re.MULTILINE
    )
