"""``.venv/bin/python packaging/make/keys.py``: the tables of docs/keyboard.md, from our own list.

What stands between the tables is written by hand and stays.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path

from supple.ui.shortcuts import EVERY, Group

PAGE = Path(__file__).parents[2] / "docs" / "keyboard.md"
HEAD = "| key | what it does |\n|---|---|\n"
BEFORE = "\n## In lists, charts and fields\n"
"""In front of it come groups that are new to the page."""


def main(page: Path = PAGE) -> int:
    """Write the page anew where it differs. Returns the exit code."""
    text = page.read_text(encoding="utf-8")
    anew = written(text, EVERY)
    if anew != text:
        page.write_text(anew, encoding="utf-8")
        print(f"{page.name} is written anew")
    return 0


def written(text: str, groups: Iterable[Group]) -> str:
    """``text`` with the table of each of ``groups`` below its heading."""
    for group in groups:
        heading = f"\n## {group.where}\n"
        if heading not in text:
            text = text.replace(BEFORE, f"{heading}\n{table(group)}{BEFORE}", 1)
            continue
        before, _, after = text.partition(heading)
        part, found, rest = after.partition("\n## ")
        old = re.search(re.escape(HEAD) + r"(?:\|.*\n)*", part)
        if old is None:
            part = f"\n{table(group)}{part}"
        else:
            part = part[: old.start()] + table(group) + part[old.end() :]
        text = before + heading + part + found + rest
    return text


def table(group: Group) -> str:
    """The keys of one place."""
    return HEAD + "".join(f"| {key.cap} | {key.does} |\n" for key in group.keys)


if __name__ == "__main__":
    sys.exit(main())
