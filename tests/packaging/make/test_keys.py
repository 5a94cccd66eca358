from __future__ import annotations

from pathlib import Path

import keys

from supple.ui.shortcuts import EVERY, Group, Key

HAND = """# Keys

## Here

| key | what it does |
|---|---|
| A | Another thing |

By hand.

## In lists, charts and fields

- Tab.
"""
HERE = Group("Here", (Key("A", "One thing"), Key("B", "Two")))
THERE = Group("There", (Key("C", "Three"),))


def test_tables_follow_the_list_and_words_stay() -> None:
    text = keys.written(HAND, [HERE, THERE])
    assert text == HAND.replace(
        "| A | Another thing |\n", "| A | One thing |\n| B | Two |\n"
    ).replace(
        "\n## In lists",
        f"\n## There\n\n{keys.HEAD}| C | Three |\n\n## In lists",
    )
    assert keys.written(text, [HERE, THERE]) == text


def test_a_heading_without_a_table_gets_one() -> None:
    text = keys.written("# Keys\n\n## There\n\nBy hand.\n", [THERE])
    assert text == f"# Keys\n\n## There\n\n{keys.HEAD}| C | Three |\n\nBy hand.\n"


def test_the_page_is_written_only_where_it_differs(tmp_path: Path) -> None:
    page = tmp_path / "keyboard.md"
    page.write_text(HAND, encoding="utf-8")
    assert keys.main(page) == 0
    first = page.read_text(encoding="utf-8")
    assert all(f"\n## {group.where}\n" in first for group in EVERY)
    assert keys.main(page) == 0
    assert page.read_text(encoding="utf-8") == first
